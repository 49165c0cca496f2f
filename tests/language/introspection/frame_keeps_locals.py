# A frame that outlives its call has what the locals were at its end, whenever a collection comes:
# those that are newer than the frame object, too.
import sys


def keep(number):
    kept.append(sys._getframe())
    text = f'text {number}'
    items = [text, [number]]


def fail(number):
    kept.append(sys._getframe())
    items = [f'failed {number}']
    raise ValueError(items)


def count(number):
    kept.append(sys._getframe())
    yield number
    items = [f'counted {number}']


kept = []
for number in range(20):
    keep(number)
    try:
        fail(number)
    except ValueError:
        pass
    list(count(number))
others = [[f'other {number}'] for number in range(200)]
for frame in kept:
    print(frame.f_locals)
