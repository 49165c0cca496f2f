# real time
# SIGINT wakes the main thread with KeyboardInterrupt, whatever it waits in.
import os
import signal
import threading
import time

main = os.getpid()
is_about_to_wait = threading.Event()


def interrupt():
    is_about_to_wait.wait()
    time.sleep(0.1)
    os.kill(main, signal.SIGINT)


lock = threading.Lock()
lock.acquire()
for name, wait in [("sleep", lambda: time.sleep(60)), ("lock", lock.acquire)]:
    is_about_to_wait.clear()
    thread = threading.Thread(target=interrupt)
    thread.start()
    try:
        is_about_to_wait.set()
        wait()
    except KeyboardInterrupt:
        print(name)
    thread.join()
