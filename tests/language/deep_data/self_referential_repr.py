# repr of containers that contain themselves.
l = [1]; l.append(l); print(l, [l], str(l), f'{l}')
d = {}; d['me'] = d; print(d, {'x': d})
t = ([],); t[0].append(t); print(t)
m = [{}]; m[0]['list'] = m; print(m)
s = [set()]; u = {1: s}; s.append(u); print(s, u)
class C:
    def __init__(self): self.l = [self]
    def __repr__(self): return f'C({self.l})'
try: print(repr(C()))
except RecursionError: print('recursion through a class')
v = {}; v['values'] = v.values(); v['k'] = v.keys(); print(v['k'])
a, b = [], []; a.append(b); b.append(a); print(a, b)
class L(list): pass
x = L(); x.append(x); print(x)
class D(dict): pass
y = D(); y['y'] = y; print(y)
z = [1, 2]; z.append(z); z.append(z); z[1] = {'z': z}; print(z)
deq = []; cur = deq
for _ in range(50): nxt = [cur]; cur = nxt
deq.append(cur); print(len(repr(deq)), repr(deq)[:60])
print(repr(slice(l, None)), l.__repr__(), '%s' % (l,), '{}'.format(d), ascii(l), [l, l], (l, d))
