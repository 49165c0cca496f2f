# Queues between processes.
import multiprocessing as mp, queue
def echo(i, o):
    for x in iter(i.get, None): o.put((x, x * 2))
def join_worker(q):
    for _ in range(4): q.get(); q.task_done()
i, o = mp.Queue(), mp.Queue(); p = mp.Process(target=echo, args=(i, o)); p.start()
for x in (1, 'a', [1], 2.5): i.put(x)
i.put(None); print([o.get() for _ in range(4)]); p.join()
q = mp.Queue(2); q.put(1); q.put(2); print(q.full(), q.qsize())
for call in (lambda: q.put(3, False), lambda: q.put(3, timeout=0.01), lambda: q.put_nowait(3)):
    try: call()
    except queue.Full: print('Full')
print(q.get(), q.get(timeout=10))
for call in (q.get_nowait, lambda: q.get(timeout=0.01)):
    try: call()
    except queue.Empty: print('Empty')
q.close(); q.join_thread()
try: q.put(1)
except ValueError as error: print(str(error).split(' <')[0], str(error).split('> ')[-1])
s = mp.SimpleQueue(); s.put({'a': 1}); print(s.empty(), s.get(), s.empty())
j = mp.JoinableQueue(); p = mp.Process(target=join_worker, args=(j,)); p.start(); [j.put(n) for n in range(4)]; j.join(); p.join(); print('joined')
try: j.task_done()
except ValueError as error: print(error)
big = mp.Queue(); [big.put('x' * 100000) for _ in range(5)]; print(sum(len(big.get()) for _ in range(5)))
