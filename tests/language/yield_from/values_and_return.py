# yield from: passes values, receives the subgenerator's return value.
def sub(n):
    for i in range(n):
        r = yield i
        if r: print('sub got', r)
    return f'returned {n}'
def main():
    a = yield from sub(2)
    print(a)
    b = yield from sub(1)
    return a, b
it = main(); print(next(it), it.send('x'), it.send('y'))
try: it.send('z')
except StopIteration as e: print(e.value)
def many():
    yield from 'ab'
    yield from [1, 2]
    yield from {'k': 1}
    yield from range(2)
    x = yield from (i for i in 'g')
    yield x
    yield from ()
print(list(many()))
def expr(): return (yield from sub(0)), (yield from sub(1))
g = expr(); print(next(g))
try: next(g)
except StopIteration as e: print(e.value)
class It:
    def __init__(self): self.n = 0
    def __iter__(self): return self
    def __next__(self):
        self.n += 1
        if self.n > 2: raise StopIteration('iterator value')
        return self.n
def over(): return (yield from It())
g = over(); print(next(g), next(g))
try: next(g)
except StopIteration as e: print(e.value)
def bad(): yield from 5
try: next(bad())
except TypeError as e: print(e)
def none():
    yield from None
try: list(none())
except TypeError as e: print(e)
def flatten(x):
    if isinstance(x, list):
        for y in x: yield from flatten(y)
    else: yield x
print(list(flatten([1, [2, [3, []], [[4]]]])))
