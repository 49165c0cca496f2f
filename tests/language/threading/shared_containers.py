# Appending to a list, popping from one and storing in a dict are whole operations.
import threading

items = []
table = {}
source = list(range(4000))
taken = []


def work(number):
    for index in range(1000):
        items.append((number, index))
        table[number, index] = index
        taken.append(source.pop())


threads = [threading.Thread(target=work, args=(n,)) for n in range(4)]
for thread in threads:
    thread.start()
for thread in threads:
    thread.join()
print(len(items), len(table), len(source), sorted(taken) == list(range(4000)))
for number in range(4):
    own = [index for who, index in items if who == number]
    print(own == list(range(1000)))
