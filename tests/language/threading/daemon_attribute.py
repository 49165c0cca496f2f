# daemon is inherited, may be given, and is settled once the thread has started.
import threading


def attempt(function):
    try:
        function()
    except Exception as error:
        print(type(error).__name__ + ":", error)


def nothing():
    pass


print(threading.current_thread().daemon)
print(threading.Thread().daemon, threading.Thread(daemon=True).daemon)
print(threading.Thread(daemon=False).daemon, threading.Thread(daemon=None).daemon)
thread = threading.Thread(target=nothing)
thread.daemon = True
print(thread.daemon)
thread.daemon = False
thread.start()
attempt(lambda: setattr(thread, "daemon", True))
thread.join()
attempt(lambda: setattr(thread, "daemon", True))
print(thread.daemon)
attempt(lambda: setattr(threading.main_thread(), "daemon", True))

seen = []


def look():
    seen.append(threading.Thread().daemon)
    seen.append(threading.Thread(daemon=False).daemon)


for daemon in (True, False):
    outer = threading.Thread(target=look, daemon=daemon)
    outer.start()
    outer.join()
print(seen)
