# The repr of a thread tells class, name, state, daemon and ident.
import threading


class Mine(threading.Thread):
    pass


def show(thread):
    print(repr(thread).replace(str(thread.ident), "IDENT"))


def work():
    gate.wait()


gate = threading.Event()
for thread in (threading.Thread(target=work), Mine(name="own", target=work, daemon=True)):
    gate.clear()
    show(thread)
    thread.start()
    show(thread)
    gate.set()
    thread.join()
    show(thread)
show(threading.main_thread())
show(threading.Timer(1, work))
