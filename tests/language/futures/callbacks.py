# Callbacks are called in order when the future is done, at once if it is done already.
from concurrent.futures import Future, ThreadPoolExecutor
import threading

log = []
future = Future()
for number in range(3):
    future.add_done_callback(lambda done, number=number: log.append((number, done is future, done.result())))
print(log)
future.set_result("r")
print(log)
print(future.add_done_callback(lambda done: log.append("at once")), log[-1])
cancelled = Future()
cancelled.add_done_callback(lambda done: log.append(done.cancelled()))
cancelled.cancel()
print(log[-1])
cancelled.set_running_or_notify_cancel()
print(len(log))
failed = Future()
failed.add_done_callback(lambda done: log.append(repr(done.exception())))
failed.set_exception(ValueError("v"))
print(log[-1])

gate = threading.Event()
names = []
with ThreadPoolExecutor(1, thread_name_prefix="pool") as executor:
    running = executor.submit(gate.wait)
    running.add_done_callback(lambda done: names.append(threading.current_thread().name))
    gate.set()
print(names)
running.add_done_callback(lambda done: names.append(threading.current_thread().name))
print(names)
