# async for over __aiter__ and __anext__, with else, break, and errors.
def run(c):
    out = []
    try:
        while True: out.append(c.send(None))
    except StopIteration as e: return out, e.value
class P:
    def __init__(self, v): self.v = v
    def __await__(self): yield self.v
class A:
    def __init__(self, n): self.n, self.i = n, 0
    def __aiter__(self): return self
    async def __anext__(self):
        self.i += 1
        if self.i > self.n: raise StopAsyncIteration
        await P(f'wait {self.i}')
        return self.i
async def a():
    got = []
    async for x in A(3): got.append(x)
    else: got.append('else')
    return got
print(run(a()))
async def b():
    async for x in A(5):
        if x == 2: break
    else: return 'else'
    return x
print(run(b()))
async def comps(): return [x async for x in A(2)], {x async for x in A(1)}, {x: -x async for x in A(2)}, [x async for x in A(4) if x % 2 if await cond(x)], [(x,
        y) async for x in A(2) for y in 'ab'], [y for x in [1] async for y in A(x)]
async def cond(x): return x > 1
print(run(comps()))
async def nested(): return [[y async for y in A(x)] async for x in A(2)]
print(run(nested()))
class NoAnext:
    def __aiter__(self): return self
class BadAiter:
    def __aiter__(self): return 5
class BadAnext:
    def __aiter__(self): return self
    def __anext__(self): return 5
async def over(x):
    async for _ in x: pass
for x in [1], NoAnext(), BadAiter(), BadAnext(), 5:
    try: run(over(x))
    except TypeError as e: print(e)
class Err:
    def __aiter__(self): return self
    async def __anext__(self): raise KeyError('in anext')
try: run(over(Err()))
except KeyError as e: print(e)
async def unpack():
    async for a, *b in pairs(): return a, b
async def pairs(): yield 1, 2, 3
print(run(unpack()))
