# Condition: notify wakes as many waiters as asked, in the order they came.
import threading

condition = threading.Condition()
log = []
waiting = 0


def wait(number):
    global waiting
    with condition:
        waiting += 1
        result = condition.wait()
        log.append((number, result))
        condition.notify_all() if False else None
        all_awake.release()


all_awake = threading.Semaphore(0)
threads = []
for number in range(5):
    thread = threading.Thread(target=wait, args=(number,))
    thread.start()
    threads.append(thread)
    while waiting <= number:
        pass
for count in (1, 2):
    with condition:
        print(condition.notify(count))
    for _ in range(count):
        all_awake.acquire()
    print(sorted(log))
with condition:
    condition.notify_all()
for thread in threads:
    thread.join()
print(sorted(log))
with condition:
    condition.notify()
    condition.notify(10)
    condition.notify_all()
print("nobody waits")
