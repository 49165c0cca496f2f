# Displays build a new object each time; constants may be shared.
def f(): return []
print(f() is f(), f() == f())
def g(x=[]):
    x.append(1)
    return x
print(g(), g(), g([]))
rows = [[0] * 2 for _ in range(2)]
rows[0][0] = 1
print(rows)
rows = [[0] * 2] * 2
rows[0][0] = 1
print(rows)
a = b = []
a.append(1)
print(b, a is b)
d = {k: [] for k in 'ab'}
d['a'].append(1)
print(d)
d = dict.fromkeys('ab', [])
d['a'].append(1)
print(d)
