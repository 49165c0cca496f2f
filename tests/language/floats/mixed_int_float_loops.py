# Variables that change between int and float in hot code keep exact semantics.
def poly(x): return x * x + 2 * x + 1
print([poly(v) for v in (1, 1.5, 2, -1.0, True, 10 ** 10, 1e10, 10 ** 20)])
def acc(seq):
    t = 0
    for v in seq: t += v
    return t
print(acc([1, 2, 3]), acc([1, 2.5, 3]), acc([1.0] * 3), acc([2 ** 62, 2 ** 62, 0.5]), acc([True, False]),
    acc([1j, 1]))
def cmp(a, b): return a < b, a == b, a >= b
for a, b in ((1, 2), (1.0, 2), (2, 1.5), (1.5, 1.5), (2 ** 70, 1e30), ('a', 'b'), ([1], [2]),
        (True, 2)): print(cmp(a, b))
def div(a, b): return a / b, a // b, a % b
for a, b in (7, 2), (7.0, 2), (7, 2.0), (-7, 2), (-7.5, 2), (2 ** 70, 3), (True, 2): print(div(a, b))
def step(x, n):
    for i in range(n):
        x = x + 1 if i % 3 else x * 1.5
    return x
print(step(1, 10), step(0.1, 7))
def neg(v): return -v, abs(v), +v
for v in 5, -5.5, 2 ** 80, True, -0.0, 3 + 4j: print(neg(v))
def mul(a, b): return a * b
print([mul(*p) for p in ((2, 3), (2.5, 2), (2, 'ab'), ('ab', 2), ([0], 3), (2 ** 40, 2 ** 40),
    (1e200, 1e200), ((1,), 2), (True, 7))])
for i in range(5):
    try: print(mul(i, 'x' if i < 3 else None))
    except TypeError as e: print(e)
