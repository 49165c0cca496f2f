# Starred targets in assignment, for loops and nested patterns.
a, *b = 1, 2, 3
print(a, b)
*a, b = 'xyz'
print(a, b)
a, *b, c = range(2)
print(a, b, c)
[a, *b] = {1: 'x', 2: 'y'}
print(a, b)
(a, (b, *c), *d) = 1, (2, 3, 4), 5, 6
print(a, b, c, d)
*a, = 'hi'
print(a)
[*a] = ()
print(a)
for x, *y in [(1, 2, 3), 'ab', [9]]: print(x, y)
class C: pass
o = C()
l = [0, 0]
o.first, *l[0:1], o.last = 1, 2, 3, 4
print(o.first, l, o.last)
a, *o.rest = 'abc'
print(a, o.rest)
(a), [b] = 1, [2]
print(a, b)
((a, b), c), = [((1, 2), 3)]
print(a, b, c)
