# Threads that import one module at the same time all see it complete; it runs once.
import threading

results = []
gate = threading.Barrier(6)


def work():
    gate.wait()
    import _slow_module

    results.append((_slow_module.value, _slow_module.runs))


threads = [threading.Thread(target=work) for _ in range(6)]
for thread in threads:
    thread.start()
for thread in threads:
    thread.join()
print(set(results), len(results))
