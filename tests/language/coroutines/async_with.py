# async with: __aenter__ and __aexit__ are awaited; suppression and errors.
def run(c):
    out = []
    try:
        while True: out.append(c.send(None))
    except StopIteration as e: return out, e.value
class P:
    def __init__(self, v): self.v = v
    def __await__(self): yield self.v
class CM:
    def __init__(self, n, swallow=False): self.n, self.s = n, swallow
    async def __aenter__(self): await P('enter ' + self.n); return self.n
    async def __aexit__(self, t, v, tb):
        await P(f'exit {self.n} {t and t.__name__}')
        return self.s
async def a():
    async with CM('1') as x, CM('2') as y: await P('body'); return x + y
print(run(a()))
async def b():
    async with CM('s', True): raise ValueError('swallowed')
    return 'went on'
print(run(b()))
async def c():
    try:
        async with (CM('1') as x, CM('2', False)): raise KeyError('k')
    except KeyError as e: return repr(e)
print(run(c()))
async def d():
    for i in range(3):
        async with CM(str(i)):
            if i == 1: break
            continue
    return 'loop left'
print(run(d()))
class OnlySync:
    def __enter__(self): return self
    def __exit__(self, *a): pass
class NotAw:
    def __aenter__(self): return 5
    def __aexit__(self, *a): return 5
class NoExit:
    async def __aenter__(self): pass
class ExitNotAw:
    async def __aenter__(self): pass
    def __aexit__(self, *a): return 5
async def use(m):
    async with m: pass
for m in OnlySync(), NotAw(), NoExit(), 5, ExitNotAw():
    try: run(use(m))
    except (TypeError, AttributeError) as e: print(type(e).__name__, e)
async def sync_use():
    with CM('x'): pass
try: run(sync_use())
except TypeError as e: print(e)
