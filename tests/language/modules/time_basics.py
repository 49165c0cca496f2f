# time: clocks advance, sleep waits, types and errors.
import time
t = time.time(); print(type(t).__name__, t > 1.6e9)
m0, p0, n0 = time.monotonic(), time.perf_counter(), time.monotonic_ns()
time.sleep(0.02)
m1, p1, n1 = time.monotonic(), time.perf_counter(), time.monotonic_ns()
print(0.019 < m1 - m0 < 2, 0.019 < p1 - p0 < 2, 19_000_000 < n1 - n0 < 2_000_000_000,
    type(time.time_ns()).__name__, time.time_ns() > 1.6e18, type(time.perf_counter_ns()).__name__)
print(type(time.process_time()).__name__, time.process_time() >= 0, time.sleep(0), time.sleep(0.0),
    time.sleep(True * 0))
for bad in -1, 'x', None, float('nan'):
    try: time.sleep(bad)
    except (ValueError, TypeError) as e: print(type(e).__name__, e)
try: time.sleep()
except TypeError as e: print(e)
print(abs(time.time() - time.time_ns() / 1e9) < 1)
x = [time.monotonic() for _ in range(100)]
print(all(b >= a for a, b in zip(x, x[1:])), x == sorted(x))
