# threading.local: each thread sees its own attributes.
import threading

local = threading.local()
local.value = "main"
seen = []


def work(number):
    try:
        local.value
    except AttributeError as error:
        seen.append(str(error))
    local.value = number
    local.other = [number]
    seen.append((local.value, sorted(local.__dict__)))


for number in range(2):
    thread = threading.Thread(target=work, args=(number,))
    thread.start()
    thread.join()
for entry in seen:
    print(entry)
print(local.value, local.__dict__)
del local.value
try:
    del local.value
except AttributeError as error:
    print("AttributeError:", error)
print(hasattr(local, "value"), hasattr(local, "other"))
local.__dict__["direct"] = 1
print(local.direct)
setattr(local, "by name", 2)
print(getattr(local, "by name"))
for action in (lambda: setattr(local, "__dict__", {}), lambda: delattr(local, "__dict__")):
    try:
        action()
    except AttributeError as error:
        print("AttributeError:", error)
