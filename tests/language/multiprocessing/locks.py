# Locks, semaphores and their kin between processes.
import multiprocessing as mp
def add(lock, value):
    for _ in range(200):
        with lock: value.value += 1
def main():
    value = mp.Value('i', 0, lock=False)
    for lock in (mp.Lock(), mp.RLock(), mp.Semaphore(1), mp.Condition()):
        value.value = 0
        ps = [mp.Process(target=add, args=(lock, value)) for _ in range(3)]
        [p.start() for p in ps]; [p.join() for p in ps]; print(value.value)
    l = mp.Lock(); print(l, l.acquire(), l.acquire(False), l.acquire(timeout=0.01), l); l.release()
    r = mp.RLock(); r.acquire(); r.acquire(); print(r); r.release(); r.release(); print(r)
    s = mp.Semaphore(2); s.acquire(); print(s, s.get_value()); b = mp.BoundedSemaphore(1); print(b)
    for call in (b.release, l.release, r.release):
        try: call()
        except (ValueError, AssertionError) as error: print(type(error).__name__, error)
    import pickle
    try: pickle.dumps(l)
    except RuntimeError as error: print(error)
main()
