# Misuse: running twice, returning values, raising stop exceptions, ignoring close.
def step(aw):
    try:
        while True: aw.send(None)
    except StopIteration as e: return e.value
class P:
    def __await__(self): yield 'p'
async def raises_stop():
    yield 1
    raise StopAsyncIteration('direct')
a = raises_stop(); step(a.__anext__())
try: step(a.__anext__())
except RuntimeError as e: print(e)
async def raises_stopiter():
    raise StopIteration
    yield
try: step(raises_stopiter().__anext__())
except RuntimeError as e: print(e)
async def ignores():
    try: yield 1
    except GeneratorExit: yield 2
a = ignores(); step(a.__anext__())
try: step(a.aclose())
except RuntimeError as e: print(e)
async def slow():
    await P()
    yield 1
a = slow(); n = a.__anext__(); n.send(None)
m = a.__anext__()
try: m.send(None)
except RuntimeError as e: print(e)
print(step(n))
try: n.send(None)
except RuntimeError as e: print(e)
a = slow(); n = a.__anext__(); step(n)
try: step(n)
except RuntimeError as e: print(e)
async def finalizes():
    try:
        yield 1
        yield 2
    finally: print('finally ran')
async def leaves():
    g = finalizes()
    async for x in g: break
    await g.aclose()
step(leaves())
async def inner_error():
    yield 1
    1 / 0
a = inner_error(); step(a.__anext__())
try: step(a.__anext__())
except ZeroDivisionError as e: print(e)
try: step(a.__anext__())
except StopAsyncIteration: print('ended by the error')
for src in ('async def f():\n yield 1\n return 2', 'async def f():\n yield from x', 'def f():\n await x',
        'def f():\n async for x in y: pass', 'def f():\n async with x: pass', 'async for x in y: pass',
        'await x', '[x async for x in y]', 'def f():\n return [x async for x in y]'):
    try: compile(src, '<s>', 'exec'); print('ok')
    except SyntaxError as e: print(e.msg, e.lineno, e.offset)
