# The public names of threading.
import threading

for name in (
    "Barrier BoundedSemaphore BrokenBarrierError Condition Event ExceptHookArgs Lock RLock Semaphore "
    "TIMEOUT_MAX Thread ThreadError Timer activeCount active_count currentThread current_thread "
    "enumerate excepthook get_ident get_native_id local main_thread stack_size __excepthook__ "
    "getprofile gettrace setprofile settrace"
).split():
    print(name, hasattr(threading, name), name in threading.__all__)
print(threading.gettrace(), threading.getprofile())
print(threading.TIMEOUT_MAX)
