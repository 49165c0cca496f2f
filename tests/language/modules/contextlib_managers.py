# contextlib: contextmanager, closing, suppress, redirects, nullcontext, decorators.
import sys
from contextlib import (AbstractContextManager, ContextDecorator, closing, contextmanager, nullcontext,
                        redirect_stderr, redirect_stdout, suppress)


@contextmanager
def manage(name, swallow=False):
    'Manages.'
    print('enter', name)
    try:
        yield name.upper()
    except ValueError as error:
        print('saw', error)
        if not swallow:
            raise
    finally:
        print('exit', name)


with manage('a') as value:
    print('in', value)
with manage('b', swallow=True):
    raise ValueError('x')
try:
    with manage('c'):
        raise ValueError('y')
except ValueError as error:
    print('out', error, error.__context__)
try:
    with manage('d'):
        raise KeyError('z')
except KeyError as error:
    print('out', error)


@manage('deco')
def decorated(x):
    print('body', x)
    return x * 2


print(decorated(1), decorated(2), decorated.__name__, manage.__doc__, manage('q').__doc__)


@contextmanager
def none():
    if False:
        yield


@contextmanager
def twice():
    yield 1
    yield 2


@contextmanager
def twice_after():
    try:
        yield 1
    except ValueError:
        yield 2


for make, fail in ((none, False), (twice, False), (twice_after, True)):
    try:
        with make():
            if fail:
                raise ValueError
    except RuntimeError as error:
        print(error)


@contextmanager
def transparent():
    yield


for exception in (StopIteration('stop'), RuntimeError('run'), GeneratorExit()):
    try:
        with transparent():
            raise exception
    except BaseException as error:
        print(repr(error), error is exception)


@contextmanager
def replaces():
    try:
        yield
    except KeyError as error:
        raise LookupError('other') from error


try:
    with replaces():
        raise KeyError('k')
except LookupError as error:
    print(repr(error), repr(error.__cause__))


class Closable:
    def close(self):
        print('closed')


with closing(Closable()) as c:
    print(type(c).__name__)
with suppress(KeyError, IndexError):
    print({}['x'])
with suppress(KeyError):
    pass
try:
    with suppress(KeyError):
        raise ValueError('through')
except ValueError as error:
    print(error)


class Target:
    def __init__(self):
        self.got = []

    def write(self, text):
        self.got.append(text)

    def flush(self):
        pass


t = Target()
with redirect_stdout(t) as inside:
    print('to target')
    with redirect_stdout(sys.__stdout__):
        print('back')
print(''.join(t.got), inside is t)
with redirect_stderr(t):
    print('err', file=sys.stderr)
print(''.join(t.got))
with nullcontext(5) as n:
    print(n)
with nullcontext() as n:
    print(n)


class Both(ContextDecorator):
    def __enter__(self):
        print('<')
        return self

    def __exit__(self, *exc):
        print('>', exc[0])
        return True


@Both()
def raising():
    raise ValueError


print(raising())


class Plain:
    def __enter__(self):
        pass

    def __exit__(self, *args):
        pass


print(issubclass(Plain, AbstractContextManager), isinstance(5, AbstractContextManager))


class Derived(AbstractContextManager):
    def __exit__(self, *args):
        print('derived exit')


with Derived() as d:
    print(type(d).__name__)
try:
    AbstractContextManager()
except TypeError as error:
    print(error)
m = manage('once')
with m:
    pass
try:
    with m:
        pass
except AttributeError as error:
    print('AttributeError')
