# Increments under a lock are never lost.
import threading

lock = threading.Lock()
total = 0
inside = 0
most = 0


def work(count):
    global total, inside, most
    for _ in range(count):
        with lock:
            inside += 1
            most = max(most, inside)
            total += 1
            inside -= 1


threads = [threading.Thread(target=work, args=(2000,)) for _ in range(8)]
for thread in threads:
    thread.start()
for thread in threads:
    thread.join()
print(total, most, lock.locked())
