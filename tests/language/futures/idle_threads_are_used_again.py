# An executor starts no new thread while one of its threads is idle.
from concurrent.futures import ThreadPoolExecutor
import threading
import time

with ThreadPoolExecutor(5) as executor:
    seen = set()
    for _ in range(10):
        seen.add(executor.submit(threading.get_ident).result())
        time.sleep(0.003)
    print(len(seen), len(executor._threads))
    gate = threading.Barrier(5)
    print(sorted(executor.map(lambda n: gate.wait(), range(5))), len(executor._threads))
