# weft only
# weft.isolates.Executor: calls in other isolates of the process.
import atexit
import os
import time
from weft.isolates import Executor


def square(x): return x * x
def bad(x): raise ValueError(x)
def where(): return os.getpid()



def end():
    time.sleep(0.05)
    print('the isolate has ended', flush=True)


def end_slowly(): atexit.register(end)


if __name__ == '__main__':
    with Executor(2) as e:
        print(e.submit(pow, 2, 5).result(), list(e.map(square, range(5))), list(e.map(abs, range(-4, 0), chunksize=3)))
        try: e.submit(bad, 'x').result()
        except ValueError as error: print(error, type(error.__cause__).__name__, 'in bad' in str(error.__cause__))
        print(e.submit(where).result() == os.getpid())
        try: e.submit(lambda: 1).result()
        except Exception as error: print(type(error).__name__)
    try: e.submit(square, 1)
    except RuntimeError as error: print(error)
    try: Executor(0)
    except ValueError as error: print(error)
    # Its end is waited for, whatever it still does.
    with Executor(1) as e: e.submit(end_slowly).result()
    print('so has the executor')
