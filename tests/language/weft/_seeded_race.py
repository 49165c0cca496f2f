import threading

lock = threading.Lock()
counter = 0


def racy():
    global counter
    for _ in range(200):
        counter = counter + 1


def safe():
    global counter
    for _ in range(200):
        with lock:
            counter = counter + 1


def run(work):
    global counter
    counter = 0
    threads = [threading.Thread(target=work) for _ in range(4)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    return counter


print("racy:", run(racy) < 800)
print("safe:", run(safe))
