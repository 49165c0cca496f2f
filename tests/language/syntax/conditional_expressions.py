# Conditional expressions: laziness, nesting, places where they may stand.
def side(x):
    print('eval', x)
    return x
print(side(1) if side(True) else side(2))
print(side(1) if side(0) else side(2))
print('a' if 0 else 'b' if 0 else 'c')
print(('a' if 1 else 'b') if 0 else 'c')
f = lambda n: 'even' if n % 2 == 0 else 'odd'
print(f(3), f(4))
print([x if x > 1 else -x for x in range(4) if x if x != 2])
print({'k' if 1 else 'j': 1 if 0 else 2})
print(*([1, 2] if True else []), sep='-' if True else '+')
t = 1 if True else 2, 3
print(t)
def g(a=1 if 0 else 2): return a
print(g())
