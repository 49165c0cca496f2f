# Module atexit: functions are called at the end, the last one first; what they raise is told
import atexit
import sys


def show(*arguments, **keywords):
    print(arguments, keywords)


atexit.register(show, 1)
atexit.register(show, 2, x=3)
atexit.register(show, 'gone')


@atexit.register
def last():
    print('first of all')


atexit.unregister(len)
try:
    atexit.register(3)
except TypeError as error:
    print(error)
print('end', atexit._ncallbacks())
sys.exit(3)
