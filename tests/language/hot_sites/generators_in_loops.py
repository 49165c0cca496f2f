# Generators resumed many times with changing types, exceptions and delegation in between.
def numbers(n):
    i = 0
    while i < n:
        got = yield i
        if got == 'skip': i += 10
        elif got == 'raise': raise ValueError(i)
        i += 1
def total(g):
    t = 0
    for x in g: t += x
    return t
print([total(numbers(n)) for n in (0, 1, 10, 1000)], total(x * 0.5 for x in range(10)),
    total(iter([1, 2.5, 2 ** 70])))
g = numbers(100); next(g)
print(g.send('skip'), next(g), g.send(None))
try: g.send('raise')
except ValueError as e: print('ValueError', e)
print(next(g, 'dead'))
def deleg(n):
    for i in range(n): yield from numbers(i)
print(sum(deleg(30)), len(list(deleg(20))))
def mixed():
    yield 1; yield 'a'; yield None; yield [1]; yield 2.5
    try: yield 'in try'
    finally: yield 'in finally'
for _ in range(50): r = list(mixed())
print(r)
def fib():
    a, b = 0, 1
    while True: yield a; a, b = b, a + b
f = fib()
for x in f:
    if x > 10 ** 25: break
print(x, next(f) > x)
def zipper(a, b):
    a, b = iter(a), iter(b)
    while True:
        try: yield next(a), next(b)
        except StopIteration: return
print(list(zipper('abc', range(10))), sum(x * y for x, y in zipper(range(500), range(500))))
class Tree:
    def __init__(self, v, *kids): self.v, self.kids = v, kids
    def __iter__(self):
        yield self.v
        for k in self.kids: yield from k
t = Tree(1, Tree(2, Tree(3)), Tree(4))
print([list(t) for _ in range(3)][2], sum(sum(t) for _ in range(100)), max(t), 3 in t)
co = [numbers(5) for _ in range(100)]
s = 0
while co:
    for c in co[:]:
        try: s += next(c)
        except StopIteration: co.remove(c)
print(s)
