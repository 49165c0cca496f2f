# A hundred threads at once, each with a result of its own.
import threading

results = {}
gate = threading.Barrier(101)


def work(number):
    gate.wait()
    results[number] = sum(range(number))


threads = [threading.Thread(target=work, args=(n,)) for n in range(100)]
for thread in threads:
    thread.start()
print(threading.active_count())
gate.wait()
for thread in threads:
    thread.join()
print(len(results), sum(results.values()), threading.active_count())
