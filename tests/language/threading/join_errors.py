# What may not be joined: a thread that has not started, and oneself.
import threading


def attempt(function, *args, **kwargs):
    try:
        print(function(*args, **kwargs))
    except Exception as error:
        print(type(error).__name__ + ":", error)


thread = threading.Thread(target=print, args=("ran",))
attempt(thread.join)
attempt(thread.join, timeout=0.1)
thread.start()
attempt(thread.join)
attempt(thread.join)
attempt(thread.join, 0)
attempt(thread.join, timeout=None)
attempt(threading.current_thread().join)
attempt(threading.main_thread().join, 1)


def join_oneself():
    attempt(threading.current_thread().join)


inner = threading.Thread(target=join_oneself)
inner.start()
inner.join()
