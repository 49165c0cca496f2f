# A sleeping thread does not hold up the others; wake-ups come in the order of their times.
# real time
import threading
import time

log = []
begin = time.monotonic()


def work(name, length):
    time.sleep(length)
    log.append(name)


threads = [
    threading.Thread(target=work, args=arguments)
    for arguments in (("third", 0.6), ("first", 0.02), ("second", 0.3))
]
for thread in threads:
    thread.start()
while not log:
    pass
log.append("main saw the first")
for thread in threads:
    thread.join()
print(log[0], log[1], log[2:])
print(time.monotonic() - begin < 5)
