# for/while with else, break, continue, del of the loop variable, changed iterables, nested loops.
def search(items, wanted):
    for i, item in enumerate(items):
        if item == wanted: break
    else: return 'absent'
    return i
print(search('abc', 'b'), search('abc', 'z'), search('', 'a'))
n = 5
while n:
    n -= 1
    if n == 2: continue
    if n == 1: break
else: print('never')
print(n)
while n < 0: pass
else: print('else at once')
for x in []: pass
else:
    try: print(x)
    except NameError as e: print(e)
for x in range(3): del x
try: x
except NameError as e: print(e)
l = [1, 2, 3]
for v in l:
    if len(l) < 6: l.append(v * 10)
print(l)
for v in l[:]: l.remove(v)
print(l)
d = {1: 2}
try:
    for k in d: d[k + 1] = 0
except RuntimeError as e: print(e)
try:
    for k in d: del d[k]
except RuntimeError as e: print(e)
for i in range(3):
    for j in range(3):
        if j == i: break
    else:
        continue
    print(i, j, end=' ')
    if i == 1: break
else: print('no break')
print()
for i in range(3):
    try:
        if i == 1: continue
        if i == 2: break
    finally: print('f', i, end=' ')
    print('body', i, end=' ')
else: print('else')
print()
i = 'kept'
for i in (): pass
print(i)
for i, (j, *k), in [(1, (2, 3)), (4, (5,))]: print(i, j, k, end=' ')
print()
box = [0]
for box[0] in range(3): print(box, end=' ')
for i in range(2): i += 10; print(i, end=' ')
class Count:
    def __init__(self): self.n = 0
    def __iter__(self): return self
    def __next__(self):
        self.n += 1
        if self.n > 3: raise StopIteration('end')
        return self.n
c = Count()
for i in c: print(i, end=' ')
for i in c: print('again')
class Old:
    def __getitem__(self, i):
        if i == 3: raise IndexError
        return i * 2
for i in Old(): print(i, end=' ')
print(2 in Old(), 5 in Old(), list(Old()))
while True:
    while True: break
    else: print('never')
    break
while (n := n + 1) < 5: print(n, end=' ')
else: print('walrus', n)
if 0: pass
elif '': pass
elif [] or None: pass
else: print('all false')
while 0: print('never')
else: print('constant')
while 1:
    if 1: break
for _ in range(10 ** 9): break
for i in 5, 6: print(i, end=' ')
for i in *'ab', 'c': print(i, end=' ')
for i in (yield_ := [1, 2]): print(i, yield_, end=' ')
print()
