# The camel-case names of old programs still work.
import sys
import threading


class Sink:
    def write(self, text):
        pass

    def flush(self):
        pass


stream, sys.stderr = sys.stderr, Sink()
thread = threading.Thread(target=lambda: None)
thread.setName("old")
print(thread.getName(), thread.name)
print(thread.isDaemon())
thread.setDaemon(True)
print(thread.isDaemon(), thread.daemon)
print(threading.currentThread() is threading.current_thread())
print(threading.activeCount() == threading.active_count())
event = threading.Event()
print(event.isSet())
event.set()
print(event.isSet())
condition = threading.Condition()
with condition:
    print(condition.notifyAll())
is_alive = getattr(thread, "isAlive", thread.is_alive)
print(is_alive())
thread.start()
thread.join()
print(is_alive())
sys.stderr = stream
