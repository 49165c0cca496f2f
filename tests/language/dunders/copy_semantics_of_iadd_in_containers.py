# In-place operators on container elements and attributes store back what they return.
log = []
class Item:
    def __init__(self, n): self.n = n
    def __iadd__(self, o):
        log.append(('iadd', self.n, o))
        return Item(self.n + o)
    def __repr__(self): return f'Item({self.n})'
l = [Item(1), Item(2)]
l[0] += 10
d = {'k': Item(3)}
d['k'] += 5
class O: pass
o = O(); o.a = Item(7); o.a += 1
print(l, d, o.a, log)
x = y = Item(0)
x += 1
print(x, y, x is y)
def f(v):
    v += [9]
    return v
a = [1]
b = f(a)
print(a is b, a)
t = (1,)
u = f.__globals__['t']
t += (2,)
print(t, u)
m = {1}
n = m
m |= {2}; m -= {1}; m ^= {5}; m &= {5, 2}
print(sorted(n), m is n)
z = [[0]] * 2
z[0] += [1]
print(z)
s = 'abc'
r = s
s += 'd'
print(r, s)
ba = bytearray(b'x'); bb = ba; ba += b'y'; print(bb, ba is bb)
dd = {1: 1}; de = dd; dd |= {2: 2}; print(de)
