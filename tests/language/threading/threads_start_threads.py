# Threads start threads and join them.
import threading


def tree(depth, results):
    if depth == 0:
        results.append(1)
        return
    parts = [[], []]
    threads = [threading.Thread(target=tree, args=(depth - 1, part)) for part in parts]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    results.append(sum(map(sum, parts)))


results = []
tree(4, results)
print(results, threading.active_count())
