# No more threads than the semaphore allows are inside at once, and all get in.
import threading
import time

semaphore = threading.BoundedSemaphore(3)
guard = threading.Lock()
inside = most = total = 0


def work():
    global inside, most, total
    with semaphore:
        with guard:
            inside += 1
            total += 1
            most = max(most, inside)
        time.sleep(0.001)
        with guard:
            inside -= 1


threads = [threading.Thread(target=work) for _ in range(15)]
for thread in threads:
    thread.start()
for thread in threads:
    thread.join()
print(total, inside, 1 <= most <= 3)
