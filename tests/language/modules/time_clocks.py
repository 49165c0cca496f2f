# Module time: clocks by number and name, times from text
import time

print(time.clock_gettime(time.CLOCK_MONOTONIC) > 0, time.clock_gettime_ns(time.CLOCK_REALTIME) > 10 ** 18, time.clock_getres(time.CLOCK_MONOTONIC))
for name in ('time', 'monotonic', 'perf_counter', 'process_time', 'thread_time'):
    print(name, time.get_clock_info(name))
print(time.strptime('2024-02-29 12:30:59', '%Y-%m-%d %H:%M:%S'))
print(time.strptime('Thu Feb 29 12:30:59 2024'), time.strptime('30 Nov 00', '%d %b %y').tm_year)
for arguments in (('x', '%Y'), ('2024 x', '%Y'), (3, '%Y'), ('1', '%'), ('1', '%Q')):
    try:
        print(time.strptime(*arguments))
    except Exception as error:
        print(type(error).__name__, error)
try:
    time.get_clock_info('nope')
except ValueError as error:
    print(error)
print(time.perf_counter_ns() > 0, time.thread_time_ns() >= 0, time.process_time() >= 0)
