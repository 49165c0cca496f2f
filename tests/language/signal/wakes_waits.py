# real time
# A signal ends waits if its handler raises; they go on otherwise.
import os, queue, signal, threading, time
class E(Exception): pass
def raising(number, frame): raise E
count = []
signal.signal(signal.SIGALRM, raising)
lock = threading.Lock(); lock.acquire()
event = threading.Event()
r, w = os.pipe()
thread = threading.Thread(target=event.wait); thread.start()
for wait in (lambda: time.sleep(60), lock.acquire, queue.Queue().get, queue.SimpleQueue().get, threading.Condition().__enter__ and event.wait,
             lambda: os.read(r, 1), thread.join, lambda: lock.acquire(timeout=60)):
    signal.setitimer(signal.ITIMER_REAL, 0.05)
    try: wait(); print('not woken')
    except E: print('woken')
signal.signal(signal.SIGALRM, lambda *args: count.append(1))
signal.setitimer(signal.ITIMER_REAL, 0.02)
start = time.monotonic(); time.sleep(0.2); print(len(count), time.monotonic() - start >= 0.2)
signal.setitimer(signal.ITIMER_REAL, 0.02); signal.pause(); print(len(count))
event.set(); thread.join()
