# del on names, attributes, items, slices, tuples and nested targets.
a = b = c = d = 1
del a
print('a' in globals())
del b, c
print('b' in globals(), 'c' in globals())
del (d)
x = [0, 1, 2, 3, 4, 5]
del x[0], x[-1]
print(x)
del x[1:3]
print(x)
y = {'k': 1, 'l': 2}
del y['k']
print(y)
class C: pass
o = C()
o.a = o.b = 1
del o.a, (o.b)
print(vars(o))
p = q = r = 1
del (p, [q, r])
print([n for n in 'pqr' if n in globals()])
del (), []
z = list(range(10))
del z[::2]
print(z)
try:
    del undefined
except NameError as e:
    print(e)
def f():
    v = 1
    del v
    try:
        v
    except UnboundLocalError as e:
        print(e)
    v = 2
    return v
print(f())
