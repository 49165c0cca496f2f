# timeit runs statements, platform and getpass answer
import getpass, os, platform, sys, timeit
calls = []
print(timeit.timeit(lambda: calls.append(1), number=10) >= 0, len(calls))
print(len(timeit.repeat('x += 1', 'x = 0', repeat=3, number=5)), timeit.Timer('n.append(1)', globals={'n': calls}).timeit(3) >= 0, len(calls))
ticks = iter(range(100))
print(timeit.Timer('pass', timer=lambda: next(ticks)).repeat(2, 1), timeit.default_number)
for bad in [lambda: timeit.Timer('1 +'), lambda: timeit.Timer(3), lambda: timeit.Timer('pass', 3)]:
    try:
        bad()
    except Exception as e:
        print(type(e).__name__, e)
print(platform.system() == os.uname().sysname, platform.machine() == platform.uname().machine, platform.python_version_tuple()[:2], platform.architecture()[0])
print(platform.uname()._fields, len(platform.uname()), platform.python_version().startswith('3.11'))
os.environ['LOGNAME'] = 'somebody'
print(getpass.getuser(), issubclass(getpass.GetPassWarning, UserWarning))
