# A coroutine that awaits sleep(0), driven by hand: what it awaits, what send(), throw() and close()
# do to it, and where what is raised says it was.
import asyncio
import inspect
import traceback


def functions(error):
    """The functions on the way to the error; asyncio's own but for sleep are nobody's business."""
    names = [entry.name for entry in traceback.extract_tb(error.__traceback__)]
    return [name for name in names if not name.startswith('__')]


async def once(log):
    log.append('begin')
    try:
        result = await asyncio.sleep(0)
        log.append(('result', result))
    except ValueError as error:
        log.append((repr(error), functions(error)))
        result = await asyncio.sleep(0)
    finally:
        log.append('end')
    return 'returned', result


def ended(coro, value=None):
    try:
        return 'yielded', coro.send(value)
    except StopIteration as stop:
        return stop.value


async def outer(log):
    return await once(log)


def by_send():
    for sent in (None, 'sent'):
        log = []
        coro = once(log)
        print(coro.send(None), ended(coro, sent), log)
    coro = outer([])
    print(coro.send(None), ended(coro, 'sent'))
    try:
        coro.send(None)
    except RuntimeError as error:
        print(error)


def by_throw():
    log = []
    coro = outer(log)
    print(coro.send(None), coro.throw(ValueError('thrown')))
    print(log)
    try:
        coro.throw(KeyError('again'))
    except KeyError as error:
        print(repr(error), functions(error)[:3], repr(error.__context__))
    print(log)


def by_close():
    log = []
    coro = outer(log)
    coro.send(None)
    print(coro.close(), log)
    print(inspect.getcoroutinestate(coro), coro.cr_await)

    async def stubborn():
        try:
            await asyncio.sleep(0)
        except GeneratorExit:
            await asyncio.sleep(0)

    coro = stubborn()
    coro.send(None)
    try:
        coro.close()
    except RuntimeError as error:
        print(error)
    print(ended(coro))

    async def swallows():
        try:
            await asyncio.sleep(0)
        except GeneratorExit as error:
            print(functions(error))

    coro = swallows()
    coro.send(None)
    print(coro.close())


def what_is_awaited():
    log = []
    coro = once(log)
    print(coro.cr_await)
    coro.send(None)
    inner = coro.cr_await
    print(type(inner).__name__, inner.__name__, inner.__qualname__, asyncio.iscoroutine(inner))
    print(inner is coro.cr_await, inner.cr_code is asyncio.sleep.__code__)
    given = inner.cr_frame.f_locals
    print(given['delay'], given['result'], inner.cr_running, inspect.getcoroutinestate(inner))
    print(ended(coro), log)
    print(inspect.getcoroutinestate(inner), coro.cr_await)

    # It takes the exception on its own, too.
    coro = once(log := [])
    coro.send(None)
    inner = coro.cr_await
    try:
        inner.throw(ValueError('inner'))
    except ValueError as error:
        print(repr(error), functions(error))
    try:
        coro.send(None)
    except RuntimeError as error:
        print(error, log)

    # And can be ended behind the back of who awaits it.
    coro = once(log := [])
    coro.send(None)
    inner = coro.cr_await
    print(ended(inner))
    try:
        print(ended(coro))
    except RuntimeError as error:
        print(error, log)

    # After it was looked at, an exception goes through that very coroutine.
    coro = once(log := [])
    coro.send(None)
    inner = coro.cr_await
    print(coro.throw(ValueError('thrown')), inspect.getcoroutinestate(inner), log)
    print(coro.cr_await is inner, coro.cr_await.__name__, ended(coro))


async def values():
    yield await asyncio.sleep(0), 1
    yield await asyncio.sleep(0), 2


def in_async_generator():
    async def collect():
        return [value async for value in values()]

    coro = collect()
    print(coro.send(None), coro.send(None), ended(coro))
    step = values().asend(None)
    print(step.send(None))
    try:
        step.throw(ValueError('thrown'))
    except ValueError as error:
        print(repr(error), functions(error))


async def waits_handling():
    try:
        raise KeyError('handled')
    except KeyError:
        await asyncio.sleep(0)


def contexts_of_exceptions():
    coro = waits_handling()
    coro.send(None)
    try:
        coro.throw(ValueError('thrown'))
    except ValueError as error:
        print(repr(error.__context__))
    coro = waits_handling()
    coro.send(None)
    coro.close()


def lost():
    for _ in range(50):
        once([]).send(None)


for part in (by_send, by_throw, by_close, what_is_awaited, in_async_generator,
             contexts_of_exceptions, lost):
    print('--', part.__name__)
    part()
