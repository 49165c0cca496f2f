# Chained targets are assigned left to right after the value is computed.
class O:
    def __setattr__(self, n, v): print('set', n, v)
    def __setitem__(self, k, v): print('item', k, v)
def o(n):
    print('target', n)
    return O()
o(1).a = o(2)[0] = o(3).c = print('value') or 7
a = b = c = []
a.append(1); print(c)
x = [1, 2, 3]
i = x[i] = 2 if (i := 0) else 1
print(i, x)
x, y = 1, 2
x, y = y, x
print(x, y)
a = [10, 20]
j = 0
j, a[j] = 1, 'changed'
print(j, a)
a, a[0:1] = [[1, 2], (8, 9)]
print(a)
p, q = q, p = 3, 4
print(p, q)
