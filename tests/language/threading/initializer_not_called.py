# A subclass that forgot to call Thread.__init__ is told so.
import threading


class Broken(threading.Thread):
    def __init__(self):
        self.value = 1


broken = Broken()
for text in ("start()", "join()", "is_alive()", "name", "daemon", "ident", "native_id"):
    try:
        eval("broken." + text)
    except Exception as error:
        print(text, type(error).__name__, error)
try:
    repr(broken)
except Exception as error:
    print("repr", type(error).__name__, error)
try:
    broken.name = "x"
except Exception as error:
    print("name=", type(error).__name__, error)
try:
    broken.daemon = True
except Exception as error:
    print("daemon=", type(error).__name__, error)
print(broken.value)
