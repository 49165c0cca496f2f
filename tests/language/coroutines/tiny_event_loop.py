# A round-robin scheduler with sleep, join and results, written on bare coroutines.
class Sleep:
    def __init__(self, n): self.n = n
    def __await__(self):
        for _ in range(self.n): yield
class Event:
    def __init__(self): self.set_ = False
    def __await__(self):
        while not self.set_: yield
class Loop:
    def __init__(self): self.ready, self.results, self.log = [], {}, []
    def spawn(self, name, coro): self.ready.append((name, coro))
    def run(self):
        ticks = 0
        while self.ready:
            name, c = self.ready.pop(0)
            ticks += 1
            try: c.send(None)
            except StopIteration as e: self.results[name] = e.value
            except Exception as e: self.results[name] = repr(e)
            else: self.ready.append((name, c))
        return ticks
loop = Loop()
ev = Event()
async def worker(n, k):
    for i in range(k):
        loop.log.append(f'{n}{i}')
        await Sleep(1)
    return n * k
async def waiter():
    loop.log.append('waiting')
    await ev
    loop.log.append('woken')
    return 'done'
async def setter():
    await Sleep(2)
    ev.set_ = True
    loop.spawn('late', worker('L', 1))
async def failing():
    await Sleep(1)
    raise ValueError('oops')
for n, c in (('a', worker('a', 2)), ('b', worker('b', 3)), ('w', waiter()), ('s', setter()),
        ('f', failing())): loop.spawn(n, c)
print(loop.run(), loop.log, loop.results, sep='\n')
async def gather(*cs):
    out = []
    for c in cs: out.append(await c)
    return out
loop.spawn('g', gather(worker('x', 1), worker('y', 2))); loop.run(); print(loop.results['g'])
