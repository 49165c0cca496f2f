# Lists changed while being iterated behave by index.
a = [1, 2, 3, 4, 5]
for x in a:
    if x % 2: a.remove(x)
print(a)
a = [1, 2, 3]
for i, x in enumerate(a):
    if i < 5: a.append(x * 10)
print(a)
a = [1, 2, 3, 4]
for x in a: print(x, end=' '); a.pop()
print(a)
a = list(range(5)); it = iter(a)
print(next(it), next(it))
a.clear()
print(next(it, 'end'))
a.extend([7, 8, 9])
print(next(it, 'exhausted stays exhausted'))
a = [1, 2, 3]; r = reversed(a); print(next(r)); a.append(4); print(next(r), next(r), next(r, 'end'))
a = [1, 2, 3]; r = reversed(a); a.clear(); print(list(r))
a = [3, 1, 2]
for x in a: a.insert(0, x) if len(a) < 6 else None
print(a)
a = [1, 2, 3]
for x in a[:]: a.remove(x)
print(a)
class Evil:
    def __eq__(self, o):
        lst.clear()
        return False
lst = [Evil(), Evil(), Evil()]
print(lst.count(1), lst)
lst = [Evil(), Evil()]
print(1 in lst)
lst = [Evil(), 2]
try: lst.index(9)
except ValueError as e: print(e)
lst = [Evil(), 2]
try: lst.remove(2)
except ValueError as e: print(e)
lst = [1, Evil()]
print(lst == [1, 2], lst)
