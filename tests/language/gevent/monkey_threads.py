# patch_all makes threads greenlets, with the names of threads.
from gevent import monkey

print(monkey.patch_all())
import threading
import time
import gevent

log = []


def work(name):
    for i in range(2):
        log.append((name, i, threading.current_thread().name))
        time.sleep(0)


threads = [threading.Thread(target=work, args=(n,)) for n in "ab"]
for t in threads:
    t.start()
print(threads[0].name, threads[0].is_alive())
for t in threads:
    t.join()
print(log)
print(threading.current_thread().name, threading.current_thread() is threading.main_thread())
