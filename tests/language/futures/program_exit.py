# A program that ends waits for what its executors have been given.
from concurrent.futures import ThreadPoolExecutor
import time


def work(number):
    time.sleep(0.1)
    print("work", number, flush=True)


executor = ThreadPoolExecutor(1)
for number in range(3):
    executor.submit(work, number)
print("main ends", flush=True)
