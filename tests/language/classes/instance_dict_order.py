# Instance attributes keep insertion order; many shapes and deletions.
class C: pass
c = C()
for n in 'zyxabc': setattr(c, n, n.upper())
print(vars(c))
del c.x; c.x = 'again'
print(list(vars(c)))
c.z = 'overwritten'
print(list(vars(c)), c.z)
objs = []
for i in range(50):
    o = C()
    for j in range(i % 7): setattr(o, f'a{j * (i % 3 + 1)}', j)
    objs.append(o)
print(sum(len(vars(o)) for o in objs), vars(objs[20]), vars(objs[5]))
big = C()
for i in range(2000): setattr(big, f'attr{i}', i)
print(len(vars(big)), big.attr1999, sum(vars(big).values()))
for i in range(0, 2000, 2): delattr(big, f'attr{i}')
print(len(vars(big)), hasattr(big, 'attr0'), big.attr1, list(vars(big))[:3])
d = vars(c)
d['new'] = 1
print(c.new)
d.clear()
print(hasattr(c, 'z'), vars(c))
c.after = 1
print(d)
e = C(); e.__dict__.update(a=1, b=2); e.__dict__ |= {'c': 3}
print(e.a + e.b + e.c)
del e.__dict__
print(vars(e))
e.__dict__['k'] = 1
print(e.k)
