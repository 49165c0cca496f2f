# What threads and locks say of arguments they cannot use.
import _thread
import sys
import threading
import time


def show(function, *arguments, **keywords):
    try:
        print("ok", function(*arguments, **keywords))
    except BaseException as error:
        print(type(error).__name__, error)


lock = threading.Lock()
show(lock.acquire, False, 1)
show(lock.acquire, True, -2)
show(lock.acquire, "a")
show(lock.acquire, None)
show(lock.acquire, True, "a")
show(lock.acquire, timeout=1e20)
show(lock.acquire, 2)
lock.release()
show(lock.release)
recursive = threading.RLock()
show(recursive.acquire, "a")
show(recursive.acquire, False, 1)
show(recursive.release)

semaphore = threading.Semaphore(0)
show(semaphore.acquire, False, 1)
show(semaphore.release, 0)
show(threading.Semaphore, -1)
bounded = threading.BoundedSemaphore(1)
show(bounded.release)
show(bounded.release, 2)

thread = threading.Thread(target=int)
show(thread.join)
thread.start()
show(thread.join)
show(thread.join, "soon")
show(thread.join, -1)
show(thread.start)
show(threading.current_thread().join)
show(threading.Thread, 1)
show(threading.Thread, target=print, args=3)
show(threading.stack_size, 5)
show(sys.setswitchinterval, 0)
show(sys.setswitchinterval, "x")
show(_thread.start_new_thread, 1, ())
show(_thread.start_new_thread, print, 1)
show(_thread.start_new_thread, print)
show(_thread.start_new_thread, print, (), 3)
show(time.sleep, -1)
show(time.sleep, "a")
show(threading.ExceptHookArgs, (1,))
show(threading.excepthook, 1)
show(threading.local, 1)
