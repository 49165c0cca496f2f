# Async generators in async for, comprehensions, and async generator expressions.
def run(c):
    out = []
    try:
        while True: out.append(c.send(None))
    except StopIteration as e: return out, e.value
class P:
    def __init__(self, v): self.v = v
    def __await__(self): return (yield self.v)
async def count(n):
    for i in range(n):
        await P(i)
        yield i
async def a():
    r = []
    async for x in count(3): r.append(x)
    return r, [x async for x in count(2)], {x: 1 async for x in count(1)}, [x async for x in count(4) if x % 2]
print(run(a()))
async def exprs():
    g = (x * 2 async for x in count(3))
    h = (await val(x) for x in [1, 2])
    return type(g).__name__, [y async for y in g], type(h).__name__, [y async for y in h]
async def val(x): await P(f'v{x}'); return -x
print(run(exprs()))
async def chain(*gs):
    for g in gs:
        async for x in g: yield x
async def take(n, g):
    async for x in g:
        if n == 0: break
        n -= 1
        yield x
async def b(): return [x async for x in chain(count(2), take(1, count(5)))]
print(run(b()))
async def nested(): return [[(i, j) async for j in count(2)] async for i in count(2)]
print(run(nested())[1])
async def with_else():
    async for x in count(0): pass
    else: return 'else ran'
print(run(with_else()))
async def early():
    async for x in count(10):
        if x == 1: return x
print(run(early()))
async def tuples():
    yield 1, 2
    yield
    return
async def c(): return [t async for t in tuples()]
print(run(c()))
async def anexts(): return await anext(count(1)), await anext(count(0),
        'default'), aiter(g := count(1)) is g
print(run(anexts()))
async def stop():
    try: await anext(count(0))
    except StopAsyncIteration as e: return repr(e)
print(run(stop()))
for code in 'anext(5)', 'aiter(5)', 'aiter([])', 'anext([])', 'anext()', 'aiter()':
    try: eval(code)
    except TypeError as e: print(code, '->', e)
