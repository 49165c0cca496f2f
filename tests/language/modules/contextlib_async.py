# contextlib: asynccontextmanager, aclosing, AsyncExitStack, nullcontext, async decorators.
from contextlib import (AbstractAsyncContextManager, AsyncExitStack, aclosing, asynccontextmanager,
                        contextmanager, nullcontext)


def run(coroutine):
    try:
        while True:
            coroutine.send(None)
    except StopIteration as stop:
        return stop.value


@asynccontextmanager
async def manage(name, swallow=False):
    'Manages.'
    print('enter', name)
    try:
        yield name
    except ValueError as error:
        print('saw', error)
        if not swallow:
            raise
    finally:
        print('exit', name)


@contextmanager
def plain(name):
    print('plain', name)
    yield name
    print('plain exit', name)


@asynccontextmanager
async def none():
    if False:
        yield


@asynccontextmanager
async def twice():
    yield
    yield


@manage('deco')
async def decorated(x):
    return x


class Source:
    async def aclose(self):
        print('aclosed')


class Explicit(AbstractAsyncContextManager):
    async def __aexit__(self, *exc):
        print('explicit', exc[0])


async def main():
    async with manage('a') as value:
        print('in', value)
    async with manage('b', swallow=True):
        raise ValueError('x')
    try:
        async with manage('c'):
            raise ValueError('y')
    except ValueError as error:
        print('out', error)
    for make in (none, twice):
        try:
            async with make():
                pass
        except RuntimeError as error:
            print(error)
    for exception in (StopAsyncIteration('s'), StopIteration('t'), KeyError('k')):
        try:
            async with manage('e'):
                raise exception
        except BaseException as error:
            print(repr(error), error is exception)
    async with aclosing(Source()) as source:
        print(type(source).__name__)
    async with nullcontext(3) as n:
        print(n)
    print(await decorated(4), await decorated(5))
    async with Explicit() as e:
        print(type(e).__name__)

    async def exits(typ, value, tb):
        print('async exit', typ)
        return True

    async def callback(*args, **kwargs):
        print('async callback', args, kwargs)

    async with AsyncExitStack() as stack:
        print(await stack.enter_async_context(manage('s')), stack.enter_context(plain('p')))
        stack.push_async_callback(callback, 1, k=2)
        stack.callback(print, 'sync callback')
        stack.push_async_exit(exits)
        stack.push_async_exit(Explicit())
        raise KeyError('gone')
    stack = AsyncExitStack()
    await stack.enter_async_context(manage('z'))
    moved = stack.pop_all()
    await stack.aclose()
    await moved.aclose()
    for thing in (5, plain('q')):
        try:
            await stack.enter_async_context(thing)
        except TypeError as error:
            print(error)
    return 'done'


print(run(main()), manage.__doc__)
