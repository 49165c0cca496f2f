# Closures see variables, not values: loops, comprehensions, defaults.
fs = []
for i in range(3): fs.append(lambda: i)
print([f() for f in fs])
i = 'changed'
print([f() for f in fs])
print([f() for f in [lambda: j for j in range(3)]])
print([f() for f in [lambda j=j: j for j in range(3)]])
print([f() for f in [(lambda k: lambda: k)(j) for j in range(3)]])
def make():
    out = []
    for x in 'abc':
        def g(): return x
        out.append(g)
    x = 'last word'
    return out
print([g() for g in make()])
gens = [(lambda: y) for y in range(3)]
print([g() for g in gens])
print([f() for f in (lambda: z for z in range(3))])
print([f() for f in list(lambda: z for z in range(3))])
def while_loop():
    n, out = 0, []
    while n < 3:
        m = n * 10
        out.append(lambda: (n, m))
        n += 1
    return [f() for f in out]
print(while_loop())
