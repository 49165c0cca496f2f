# Starred items in displays, calls, subscripts, returns, yields and for lists.
a = [1, 2]
b = (3, 4)
print([*a, *b], (*a, 0), {*a, *b, 1}, [*'xy', *range(2)])
print({**{'a': 1}, 'b': 2, **{'a': 3}})
t = *a, *b
print(t)
t = *a,
print(t)
print(*a, *b, sep=',', **{'end': '!\n'})
def f(): return *a, 5
print(f())
def g(): yield *a, 6
print(next(g()))
for x in *a, *b: print(x, end=' ')
print()
class S:
    def __getitem__(self, key): return key
s = S()
print(s[*a], s[*a, 9], s[0, *b], s[1:2, *a])
print([*[*[*[1]]]], [*()], {*()}, (*(), ))
x = y = *a, 1
print(x, y)
