# min and max with a key function; next of a generator with a default
import traceback


def negated(value):
    return -value


def fails(value):
    raise KeyError(value)


print(min([3, 1, 2], key=negated), max([3, 1, 2], key=negated))
print(min((1, 'a'), (1, 'b'), key=lambda pair: pair[0]), max((1, 'a'), (1, 'b'), key=lambda p: p[0]))
print(max((n for n in range(5)), key=lambda n: n % 3), min('hello', key=lambda c: ord(c)))
print(min([], key=negated, default=None), max((), key=negated, default=7), min([4], key=negated, default=0))
for call in (
    lambda: min([], key=negated),
    lambda: max(iter(()), key=negated),
    lambda: max(5, key=negated),
    lambda: min([1, 'a'], key=lambda value: value),
    lambda: max([1], key=fails),
    lambda: max(1, 2, key=negated, default=3),
):
    try:
        print(call())
    except Exception as error:
        print(type(error).__name__, error)
        print([frame.name for frame in traceback.extract_tb(error.__traceback__)])


def numbers():
    try:
        received = yield 1
        print('received', received)
        yield 2
    finally:
        print('done')


generator = numbers()
print(next(generator, 0), next(generator, 0), next(generator, 0), next(generator, None))


def broken():
    yield 1
    raise OSError('broken')


generator = broken()
print(next(generator, 0))
try:
    next(generator, 0)
except OSError as error:
    print(error, [frame.name for frame in traceback.extract_tb(error.__traceback__)])


def running():
    try:
        next(itself, 0)
    except ValueError as error:
        print(error)
    yield


itself = running()
next(itself, 0)
