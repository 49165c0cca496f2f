# monkey's parts, one by one: which modules each of them patches
from gevent import monkey

parts = {"time": ["time"], "thread": ["threading", "_thread"], "socket": ["socket"],
         "select": ["select"], "queue": ["queue"], "subprocess": ["subprocess"],
         "signal": ["signal"], "os": ["os"]}


def patched():
    return [name for names in parts.values() for name in names
            if name in ("time", "socket", "select", "subprocess", "threading")
            and monkey.is_module_patched(name)]


print(patched())
for part in parts:
    print(part, getattr(monkey, "patch_" + part)() in (None, True, False), patched())

print(monkey.is_object_patched("time", "sleep"), monkey.is_object_patched("time", "time"))
print(monkey.get_original("time", "sleep").__module__)
import socket, gevent.socket, select, gevent.select
print(socket.socket is gevent.socket.socket, select.select is gevent.select.select)
print(monkey.get_original("socket", "socket") is socket.socket)

import warnings
for choice in ("time", "thread", "socket", "select", "queue", "subprocess", "signal", "os"):
    with warnings.catch_warnings(record=True) as caught:
        warnings.simplefilter("always")
        print(choice, monkey.patch_all(**{choice: False}) in (None, True, False), len(caught))
