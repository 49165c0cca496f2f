# A child in which threads of its parent, which were waiting for their turn when it was forked, end.
# real time
# no thread sanitizer: forks while other threads run
import functools
import gc
import os
import threading
import time

print = functools.partial(print, flush=True)


def spin():
    while not done:
        pass


done = False
threads = [threading.Thread(target=spin) for _ in range(3)]
for thread in threads:
    thread.start()
for _ in range(5):
    time.sleep(0.002)
    child = os.fork()
    if child == 0:
        del threads, thread
        gc.collect()
        gc.collect()
        print(threading.active_count())
        os._exit(0)
    print(os.waitpid(child, 0)[1])
done = True
