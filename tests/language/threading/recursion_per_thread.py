# Each thread has its own depth of recursion; one that goes too deep fails alone.
import threading

results = []


def endless(depth):
    return endless(depth + 1)


def deep(depth):
    return 0 if depth == 0 else 1 + deep(depth - 1)


def work():
    try:
        endless(0)
    except RecursionError as error:
        results.append(str(error)[:32])
    results.append(deep(500))


def half(depth):
    if depth:
        return half(depth - 1)
    thread = threading.Thread(target=lambda: results.append(deep(700)))
    thread.start()
    thread.join()


thread = threading.Thread(target=work)
thread.start()
thread.join()
half(500)
print(results)
