# A generator that runs in one thread cannot be resumed by another.
import threading

inside = threading.Event()
go_on = threading.Event()


def numbers():
    yield 1
    inside.set()
    go_on.wait()
    yield 2


generator = numbers()
print(next(generator))
results = []
thread = threading.Thread(target=lambda: results.append(next(generator)))
thread.start()
inside.wait()
for action in (lambda: next(generator), lambda: generator.send(1), generator.close):
    try:
        action()
    except ValueError as error:
        print("ValueError:", error)
print(generator.gi_running)
go_on.set()
thread.join()
print(results, list(generator))
