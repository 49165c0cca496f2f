# In a patched program every greenlet is a thread of its own name Dummy-N.
from gevent import monkey

monkey.patch_all()
import threading
import gevent


def name():
    thread = threading.current_thread()
    return thread.name, thread.daemon, type(thread).__name__.strip("_")


print([gevent.spawn(name).get() for _ in range(3)])
print(threading.current_thread().name)
idents = [gevent.spawn(threading.get_ident) for _ in range(2)]
gevent.joinall(idents)
print(len({g.value for g in idents} | {threading.get_ident()}))
