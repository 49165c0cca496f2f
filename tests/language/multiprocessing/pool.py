# Pools.
# real time
import multiprocessing as mp, os, time
def square(x): return x * x
def add(a, b=0): return a + b
def boom(x):
    if x == 3: raise ValueError('three')
    return x
def init(n): global state; state = n
def get_state(_): return state
def die(_): os._exit(1)
def pid(_): return os.getpid()
def main():
    with mp.Pool(2) as pool:
        print(pool.map(square, range(10)), pool.map(square, []), pool.map(square, range(7), chunksize=3))
        print(pool.apply(add, (1,), {'b': 2}), pool.starmap(add, [(1, 2), (3, 4)]), pool.starmap_async(add, [(5, 6)]).get())
        print(list(pool.imap(square, range(5))), sorted(pool.imap_unordered(square, range(5))), list(pool.imap(square, range(5), chunksize=2)))
        log = []
        r = pool.apply_async(square, (5,), callback=log.append); print(r.get(60), r.ready(), r.successful(), log)
        r = pool.apply_async(boom, (3,), error_callback=lambda e: log.append(repr(e)))
        try: r.get(60)
        except ValueError as error: print(error, type(error.__cause__).__name__, r.successful(), log)
        m = pool.map_async(square, range(3), callback=log.append); print(m.get(60), log[-1])
        try: pool.map(boom, range(5))
        except ValueError as error: print(error)
        it = pool.imap(boom, range(5)); print(next(it), it.next(timeout=60))
        try: pool.apply(lambda: 1)
        except Exception as error: print(type(error).__name__)
        try: pool.apply(get_lambda)
        except Exception as error: print(type(error).__name__, str(error)[:21])
        try: pool.apply_async(time.sleep, (1,)).get(timeout=0.01)
        except mp.TimeoutError: print('timeout')
        print(len({*pool.map(pid, range(20), chunksize=1)}) <= 2)
    try: pool.map(square, [1])
    except ValueError as error: print(error)
    pool = mp.Pool(1, init, (42,)); print(pool.map(get_state, [0, 1])); pool.close(); pool.join()
    pool = mp.Pool(2, maxtasksperchild=1); print(len(set(pool.map(pid, range(4), chunksize=1)))); pool.close(); pool.join()
    try: mp.Pool(0)
    except ValueError as error: print(error)
    p = mp.Pool(1)
    try: p.join()
    except ValueError as error: print(error)
    p.terminate(); p.join()
    p = mp.Pool(1); r = p.apply_async(die, (0,)); r2 = p.apply_async(square, (3,)); print(r2.get(60)); p.terminate()
def get_lambda(): return lambda: 1
main()
