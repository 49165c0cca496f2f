# At the end daemons are ended, others waited for.
import multiprocessing as mp, time, os
def forever():
    while True: time.sleep(0.01)
def last(e): e.wait(); print('last', flush=True)
e = mp.Event()
mp.Process(target=forever, daemon=True).start(); mp.Process(target=last, args=(e,)).start()
print('main', flush=True); e.set()
