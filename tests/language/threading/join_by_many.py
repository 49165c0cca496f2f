# Many threads may join one thread; all go on when it ends.
import threading

gate = threading.Event()
log = []
worker = threading.Thread(target=gate.wait)
worker.start()


def join(number):
    worker.join()
    log.append((number, worker.is_alive()))


joiners = [threading.Thread(target=join, args=(n,)) for n in range(5)]
for joiner in joiners:
    joiner.start()
print(log)
gate.set()
for joiner in joiners:
    joiner.join()
print(sorted(log))
