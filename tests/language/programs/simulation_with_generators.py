# A discrete event simulation: processes as generators, a clock, resources and queues.
class Sim:
    def __init__(self): self.now, self.events, self.n, self.log = 0, [], 0, []
    def at(self, t, proc, value=None):
        self.events.append((t, self.n, proc, value)); self.n += 1
        self.events.sort(key=lambda e: e[:2])
    def spawn(self, gen): self.at(self.now, gen)
    def run(self, until=float('inf')):
        while self.events and self.events[0][0] <= until:
            self.now, _, proc, value = self.events.pop(0)
            try: what = proc.send(value)
            except StopIteration as e:
                if e.value is not None: self.log.append((self.now, 'ended', e.value))
                continue
            except Exception as e:
                self.log.append((self.now, 'failed', repr(e)))
                continue
            if isinstance(what, (int, float)): self.at(self.now + what, proc)
            else: what(self, proc)
        return self.log
class Resource:
    def __init__(self, sim, slots): self.sim, self.free, self.waiting = sim, slots, []
    def acquire(self):
        def hook(sim, proc):
            if self.free: self.free -= 1; sim.at(sim.now, proc, 'at once')
            else: self.waiting.append(proc)
        return hook
    def release(self):
        if self.waiting: self.sim.at(self.sim.now, self.waiting.pop(0), 'after waiting')
        else: self.free += 1
def customer(sim, name, shop, arrive, service):
    yield arrive
    sim.log.append((sim.now, name, 'arrives'))
    how = yield shop.acquire()
    try:
        sim.log.append((sim.now, name, how))
        yield service
    finally: shop.release()
    return f'{name} took {sim.now - arrive}'
def faulty(sim):
    yield 4
    raise RuntimeError('broke down')
sim = Sim()
shop = Resource(sim, 1)
for i, (arrive, service) in enumerate([(0, 5), (1, 3), (2, 4), (20, 1)]): sim.spawn(customer(sim, f'c{i}',
        shop, arrive, service))
sim.spawn(faulty(sim))
for entry in sim.run(): print(*entry)
print(sim.now, shop.free)
def ping(sim, n, out):
    for i in range(n):
        out.append(f'{n}.{i}')
        yield 1 / n
sim2, out = Sim(), []
for n in 1, 2, 3: sim2.spawn(ping(sim2, n, out))
sim2.run(until=0.6); print(out, round(sim2.now, 2), len(sim2.events)); sim2.run(); print(out, sim2.now)
