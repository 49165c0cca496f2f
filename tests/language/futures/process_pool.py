# ProcessPoolExecutor.
from concurrent.futures import ProcessPoolExecutor, as_completed, wait
from concurrent.futures.process import BrokenProcessPool
import os, threading
def square(x): return x * x
def bad(x): raise KeyError(x)
def die(): os._exit(1)
def init(n): global state; state = n
def get(): return state
def failing(): raise ValueError('init')
def unpicklable(): return lambda: 1
def main():
    with ProcessPoolExecutor(2) as e:
        print(list(e.map(square, range(8))), list(e.map(square, range(7), chunksize=3)), e.submit(square, 4).result())
        f = e.submit(bad, 1)
        try: f.result()
        except KeyError as error: print(error, type(error.__cause__).__name__, 'KeyError: 1' in str(error.__cause__))
        print(sorted(f.result() for f in as_completed([e.submit(square, n) for n in range(4)])))
        where = []
        f = e.submit(square, 3); f.add_done_callback(lambda f: where.append(os.getpid())); f.result()
        wait([e.submit(square, 1)]); print(where == [os.getpid()])
        for call in (lambda: e.submit(lambda: 1).result(), lambda: e.submit(unpicklable).result()):
            try: call()
            except Exception as error: print(type(error).__name__)
        try: e.map(square, [1], chunksize=0)
        except ValueError as error: print(error)
    try: e.submit(square, 1)
    except RuntimeError as error: print(error)
    with ProcessPoolExecutor(1, initializer=init, initargs=(5,)) as e: print(e.submit(get).result())
    e = ProcessPoolExecutor(2)
    try: e.submit(die).result()
    except BrokenProcessPool as error: print(error)
    try: e.submit(square, 1)
    except BrokenProcessPool as error: print(error)
    e.shutdown()
    for bad_call in (lambda: ProcessPoolExecutor(0), lambda: ProcessPoolExecutor(1, initializer=3)):
        try: bad_call()
        except (ValueError, TypeError) as error: print(error)
main()
