# in virtual time a program that sleeps an hour ends at once, with the clocks having gone on
# weft only
import time
import weft

weft.virtual_time()
start, wall = time.monotonic(), time.time()


def work(name, seconds):
    for _ in range(2):
        time.sleep(seconds)
        print(name, round(time.monotonic() - start))


joinall([spawn(work, "a", 600), spawn(work, "b", 900)])
time.sleep(1800)
print(round(time.monotonic() - start), round(time.time() - wall), round(time.perf_counter() - start))
print(spawn(weft.sleep, 3600).join(60), round(time.monotonic() - start))
