# The module _thread: starting, locks, limits, counting.
import _thread
import threading


def attempt(function, *args, **kwargs):
    try:
        print(function(*args, **kwargs))
    except Exception as error:
        print(type(error).__name__ + ":", error)


done = _thread.allocate_lock()
done.acquire()
seen = []


def work(*args, **kwargs):
    seen.append((args, kwargs))
    done.release()


ident = _thread.start_new_thread(work, (1, 2))
done.acquire()
print(type(ident), seen)
_thread.start_new_thread(work, (), {"key": 1})
done.acquire()
_thread.start_new(work, ("old name",))
done.acquire()
print(seen[1:])
attempt(_thread.start_new_thread, 5, ())
attempt(_thread.start_new_thread, work, [1])
attempt(_thread.start_new_thread, work, (), [])
attempt(_thread.start_new_thread, work)
print(_thread.error is RuntimeError, _thread.TIMEOUT_MAX == threading.TIMEOUT_MAX)
print(_thread.TIMEOUT_MAX)
print(type(done) is _thread.LockType, type(_thread.allocate()) is _thread.LockType)
print(_thread.get_ident() == threading.get_ident(), _thread.get_native_id() == threading.get_native_id())
print(_thread.stack_size(), _thread.stack_size(0))
attempt(_thread.stack_size, 1)
attempt(_thread.stack_size, -1)
print(_thread.stack_size(1 << 20), _thread.stack_size(0))
attempt(_thread.exit)
