# Async generators driven by hand: asend, athrow, aclose, awaits inside, finally, misuse.
class Pause:
    def __init__(self, v): self.v = v
    def __await__(self):
        got = yield ('pause', self.v)
        return got
def drive(awaitable, *sends):
    it = awaitable.__await__()
    log, sends = [], list(sends)
    try:
        value = None
        while True:
            log.append(it.send(value))
            value = sends.pop(0) if sends else None
    except StopIteration as e: return log, ('returned', e.value)
    except BaseException as e: return log, (type(e).__name__, e.args)
async def agen():
    try:
        x = await Pause('start')
        y = yield ('first', x)
        z = yield ('second', y, await Pause('middle'))
        try: yield z
        except KeyError as e: yield ('caught', e.args)
        await Pause('end')
    finally:
        await Pause('finally')
        print('finalised', end=' ')
g = agen()
print(drive(g.asend(None), 'S'))
print(drive(g.asend('Y'), 'M'))
print(drive(g.__anext__()))
print(drive(g.athrow(KeyError('k'))))
print(drive(g.asend(None), 'a', 'b'))
print(drive(g.asend(None)), drive(g.aclose()), drive(g.athrow(ValueError('late'))))
g = agen(); print(drive(g.aclose()), drive(g.asend(None)))
g = agen(); drive(g.asend(None)); print(drive(g.aclose(), 1, 2))
g = agen(); drive(g.asend(None)); print(drive(g.athrow(OSError('x'))), drive(g.asend(None)))
g = agen(); print(drive(g.asend(5)))
g = agen(); print(drive(g.athrow(ValueError('before start'))), drive(g.asend(None)))
async def stubborn():
    try: yield 1
    finally: yield 2
g = stubborn(); drive(g.asend(None)); print(drive(g.aclose()))
async def raises_stop(): yield 1; raise StopAsyncIteration('x')
g = raises_stop(); drive(g.asend(None)); print(drive(g.asend(None)))
async def raises_stop2(): yield 1; raise StopIteration('x')
g = raises_stop2(); drive(g.asend(None)); print(drive(g.asend(None)))
g = agen(); a = g.asend(None); print(a.send(None))
try: g.asend(None).send(None)
except RuntimeError as e: print(e)
try: g.aclose().send(None)
except RuntimeError as e: print(e)
print(a.throw(KeyError('into the pause')) if False else 'kept', end=' ')
try: a.throw(KeyError('into the pause'))
except BaseException as e: print(type(e).__name__, e.args)
else: print('paused again')
async def consume(source, limit):
    out = []
    async for v in source:
        out.append(v)
        if len(out) == limit: break
    else: out.append('else')
    return out
async def simple(n):
    for i in range(n): yield i
print(drive(consume(simple(3), 9)), drive(consume(simple(3), 2)))
async def delegating():
    async for v in simple(2): yield v * 10
    return
print(drive(consume(delegating(), 9)))
async def comps(): return [v async for v in simple(3) if v], {v: v async for v in simple(2)}, {v async for v in simple(2)}, [w async for w in (v + 1 async for v in simple(3))], [await Pause(i) for i in range(2)]
print(drive(comps(), 'p', 'q'))
class CM:
    async def __aenter__(self): return await Pause('aenter')
    async def __aexit__(self, *a): print(a[0] and a[0].__name__, end=' '); return await Pause('aexit')
async def using(fail):
    async with CM() as v, CM() as w:
        if fail: raise KeyError('body')
        return v, w
print(drive(using(False), 1, 2)); print(drive(using(True), 1, 2, True)); print(drive(using(True), 1, 2, False, False))
print(type(g.ag_frame).__name__, g.ag_running, g.ag_await is None, g.__name__, g.ag_code.co_name)
