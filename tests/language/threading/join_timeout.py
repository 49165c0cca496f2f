# join with a timeout returns None in either case; is_alive tells which.
import threading

gate = threading.Event()
thread = threading.Thread(target=gate.wait)
thread.start()
print(thread.join(0.01), thread.is_alive())
print(thread.join(timeout=0), thread.is_alive())
print(thread.join(-1), thread.is_alive())
gate.set()
print(thread.join(5), thread.is_alive())
print(thread.join(0), thread.is_alive())
