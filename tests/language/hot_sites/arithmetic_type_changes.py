# Operators in a loop see ints, floats, big ints, bools, strings, lists, user types in turn.
# heavy
class V:
    def __init__(self, v): self.v = v
    def __add__(self, o): return f'{self.v}+{getattr(o, "v", o)}'
    def __radd__(self, o): return f'{o}+r{self.v}'
    def __lt__(self, o): return 'lt'
    def __gt__(self, o): return 'gt'
    def __eq__(self, o): return 'eq'
    def __getitem__(self, k): return f'item {k}'
    def __mul__(self, o): return 'mul'
def add(a, b): return a + b
def mul(a, b): return a * b
def lt(a, b): return a < b
def eq(a, b): return a == b
def sub(a, b): return a - b
pairs = [(1, 2), (2 ** 62, 2 ** 62), (1.5, 2), (1, 2.5), (True, 1), ('a', 'b'), ([1], [2]), ((1,), (2,)),
    (V(1), 2), (3, V(4)), (2 ** 70, -2 ** 70), (-2 ** 62, -1), (b'a', b'b'), (1j, 1), (0.1, 0.2),
    ({1}, {1})]
def run(f):
    out = []
    for a, b in pairs:
        try: out.append(f(a, b))
        except TypeError: out.append('TypeError')
    return out
for f in add, mul, lt, eq, sub:
    first = run(f)
    for _ in range(100):
        again = run(f)
        if str(again) != str(first): print('differs', f.__name__)
    print(f.__name__, first)
acc = 0
kinds = []
for step in [1] * 5 + [0.5] * 5 + [2 ** 64] * 3 + [1j] * 2:
    acc = acc + step
    kinds.append(type(acc).__name__)
print(kinds, acc)
x = 2 ** 62 - 5
for i in range(10): x += 1
print(x); n = 0
for i in range(100000): n += i * i % 7
print(n); t = 1
for i in range(70): t *= 3
print(t); q = 10 ** 30
while q > 1: q //= 7
print(q)
