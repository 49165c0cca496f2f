# Events, conditions, barriers.
import multiprocessing as mp, threading
def wait_event(e, q): q.put(e.wait(30))
def wait_condition(c, ready, q):
    with c: ready.release(); q.put(c.wait(30))
def meet(b, q): q.put(b.wait(30)); b.wait(30)
q = mp.Queue(); e = mp.Event(); print(e.is_set(), e.wait(0.001))
ps = [mp.Process(target=wait_event, args=(e, q)) for _ in range(3)]; [p.start() for p in ps]; e.set(); print([q.get() for _ in ps]); [p.join() for p in ps]; e.clear(); print(e.is_set())
c = mp.Condition(); ready = mp.Semaphore(0)
ps = [mp.Process(target=wait_condition, args=(c, ready, q)) for _ in range(3)]; [p.start() for p in ps]; [ready.acquire() for _ in ps]
with c: c.notify()
print(q.get())
with c: c.notify_all()
print(q.get(), q.get()); [p.join() for p in ps]
with c: print(c.wait(0.001), c.wait_for(lambda: 5))
try: c.wait()
except AssertionError as error: print(error)
try: c.notify()
except AssertionError as error: print(error)
b = mp.Barrier(3); ps = [mp.Process(target=meet, args=(b, q)) for _ in range(3)]; [p.start() for p in ps]; print(sorted(q.get() for _ in ps)); [p.join() for p in ps]; print(b.n_waiting, b.parties, b.broken)
b.abort(); print(b.broken)
try: b.wait()
except threading.BrokenBarrierError: print('broken')
b.reset(); print(b.broken)
