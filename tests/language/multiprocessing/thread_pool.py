# ThreadPool and multiprocessing.dummy.
from multiprocessing.pool import ThreadPool
import multiprocessing.dummy as dummy
def boom(x): raise KeyError(x)
with ThreadPool(3) as pool:
    print(pool.map(lambda x: x * 2, range(10)), pool.apply(max, (1, 2)), list(pool.imap(str, range(3))))
    try: pool.apply(boom, (1,))
    except KeyError as error: print(error.args, error.__cause__)
pool = ThreadPool(2); r = pool.map_async(abs, [-1, -2]); pool.close(); pool.join(); print(r.get())
with dummy.Pool(2) as pool: print(pool.starmap(pow, [(2, 3), (3, 2)]))
q = dummy.Queue(); p = dummy.Process(target=q.put, args=(5,)); p.start(); p.join(); print(q.get(), p.exitcode)
a, b = dummy.Pipe(); a.send(1); print(b.recv(), b.poll())
