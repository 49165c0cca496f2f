# A thread calls its target with args and kwargs, once, and gives nothing back.
import threading

calls = []


def work(*args, **kwargs):
    calls.append((args, kwargs))
    return "lost"


for thread in (
    threading.Thread(target=work),
    threading.Thread(target=work, args=(1, 2)),
    threading.Thread(target=work, args=[3], kwargs={"key": "value"}),
    threading.Thread(None, work, "named", (4,), {"other": 5}),
    threading.Thread(target=None),
    threading.Thread(),
):
    print(thread.start(), thread.join())
for call in calls:
    print(call)
print(threading.Thread(target=work).run())
print(calls[-1])
try:
    threading.Thread(group=1, target=work)
except AssertionError as error:
    print("AssertionError:", error)
try:
    threading.Thread(work)
except AssertionError as error:
    print("AssertionError:", error)
try:
    threading.Thread(target=work, unknown=1)
except TypeError as error:
    print("TypeError:", error)
