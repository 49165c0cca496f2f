# is_alive, ident and native_id before, during and after the run.
# system threads
import threading

started = threading.Event()
gate = threading.Event()
inside = []


def work():
    inside.append((threading.get_ident(), threading.get_native_id()))
    started.set()
    gate.wait()


thread = threading.Thread(target=work)
print(thread.is_alive(), thread.ident, thread.native_id)
thread.start()
started.wait()
print(thread.is_alive(), type(thread.ident), type(thread.native_id))
print(inside == [(thread.ident, thread.native_id)])
print(thread.ident != threading.get_ident(), thread.native_id != threading.get_native_id())
gate.set()
thread.join()
print(thread.is_alive(), inside == [(thread.ident, thread.native_id)])
main = threading.main_thread()
print(main.is_alive(), main.ident == threading.get_ident())
print(main.native_id == threading.get_native_id())
try:
    thread.ident = 5
except AttributeError as error:
    print("AttributeError")
