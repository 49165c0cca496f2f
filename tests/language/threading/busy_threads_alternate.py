# Threads that compute take turns, though none of them ever waits.
import threading

count = 4
turns = [0] * count
over = False


def work(number):
    while not over:
        turns[number] += 1


threads = [threading.Thread(target=work, args=(n,)) for n in range(count)]
for thread in threads:
    thread.start()
while not all(turn > 1000 for turn in turns):
    pass
over = True
for thread in threads:
    thread.join()
print(all(turn > 1000 for turn in turns))
