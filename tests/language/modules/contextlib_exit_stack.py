# contextlib.ExitStack: order, suppression, contexts of exceptions, pop_all, errors.
from contextlib import ExitStack, contextmanager


@contextmanager
def manage(name):
    print('enter', name)
    try:
        yield name
    finally:
        print('exit', name)


with ExitStack() as stack:
    print(stack.enter_context(manage('a')), stack.enter_context(manage('b')))
    stack.callback(print, 'callback', 1, end='!\n')
    print(stack.callback(len, 'x') is len)

    @stack.push
    def exit_function(typ, value, tb):
        print('pushed', typ)
    print('body')

with ExitStack() as stack:
    stack.push(lambda *exc: print('after', exc[0]))
    stack.push(lambda *exc: True)
    stack.push(lambda *exc: print('before', exc[0].__name__))
    raise ValueError('swallowed')

try:
    with ExitStack() as stack:
        def fail(number):
            raise KeyError(number)
        stack.callback(fail, 1)
        stack.callback(fail, 2)
        raise ValueError('first')
except KeyError as error:
    while error is not None:
        print(repr(error))
        error = error.__context__

with ExitStack() as stack:
    stack.callback(print, 'kept')
    kept = stack.pop_all()
print('left')
kept.close()
kept.close()
stack = ExitStack()
stack.callback(print, 'by close')
stack.close()


class NoExit:
    def __enter__(self):
        return 1


for thing in (5, NoExit()):
    try:
        ExitStack().enter_context(thing)
    except TypeError as error:
        print(error)


class Exits:
    def __exit__(self, *exc):
        print('Exits', exc[1])
        return True


with ExitStack() as stack:
    stack.push(Exits())
    raise RuntimeError('r')
try:
    with ExitStack() as outer:
        outer.callback(lambda: print('outer'))
        with ExitStack() as inner:
            inner.callback(lambda: print('inner'))
            raise OSError('o')
except OSError as error:
    print(repr(error), error.__context__)
try:
    try:
        raise ValueError('handled')
    except ValueError:
        with ExitStack() as stack:
            stack.callback(lambda: 1 / 0)
            raise TypeError('inside')
except ZeroDivisionError as error:
    print(repr(error.__context__), repr(error.__context__.__context__))
