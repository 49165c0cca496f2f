# time: gmtime, strftime, mktime, struct_time.
import time
g = time.gmtime(0)
print(g.tm_year, g.tm_mon, g.tm_mday, g.tm_hour, g.tm_min, g.tm_sec, g.tm_wday, g.tm_yday, g.tm_isdst,
    tuple(g), len(g), g[0], g == (1970, 1, 1, 0, 0, 0, 3, 1, 0))
g = time.gmtime(951782399.9)
print(tuple(g), time.strftime('%Y-%m-%d %H:%M:%S %j %a %b %A %B %y %% %p %I', g))
print(time.gmtime(1e9), time.asctime(time.gmtime(0)), time.strftime('', g), time.strftime('plain é', g),
    time.strftime('%d/%m', (2020, 2, 29, 0, 0, 0, 0, 60, 0)))
print(tuple(time.gmtime(-1)), tuple(time.gmtime(2 ** 31)), type(time.localtime()).__name__,
    type(time.gmtime()).__name__)
l = time.localtime(1000000)
print(time.mktime(l) == 1000000.0, isinstance(time.timezone, int), len(time.tzname),
    time.daylight in (0, 1))
for f in ((lambda: time.gmtime('x')), (lambda: time.gmtime(1e30)), (lambda: time.strftime(5)),
        (lambda: time.strftime('%Y', (1, 2))),
        (lambda: time.strftime('%Y', (2020, 13, 1, 0, 0, 0, 0, 1, 0))), (lambda: time.mktime(5)),
        (lambda: time.asctime((1,)))):
    try: print(f())
    except (ValueError, TypeError, OverflowError) as e: print(type(e).__name__, e)
