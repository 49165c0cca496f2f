"""Tasks, and waiting for several things."""

import sys

import _asyncio
from _asyncio import Task, create_task, current_task
from asyncio import coroutines, events, exceptions, format_helpers, futures

__all__ = ('Task', 'create_task', 'FIRST_COMPLETED', 'FIRST_EXCEPTION', 'ALL_COMPLETED', 'wait',
           'wait_for', 'as_completed', 'sleep', 'gather', 'shield', 'ensure_future',
           'run_coroutine_threadsafe', 'current_task', 'all_tasks', '_register_task',
           '_unregister_task', '_enter_task', '_leave_task')

FIRST_COMPLETED = 'FIRST_COMPLETED'
FIRST_EXCEPTION = 'FIRST_EXCEPTION'
ALL_COMPLETED = 'ALL_COMPLETED'

# Tasks of classes that are not asyncio.Task.
_registered = []


def _register_task(task):
    """Makes a task of another class known to all_tasks()."""
    from _weakref import ref
    _registered.append(ref(task))


def _unregister_task(task):
    """Undoes _register_task()."""
    _registered[:] = [known for known in _registered if known() not in (task, None)]


def _enter_task(loop, task):
    """The task becomes the current one of the loop."""
    _asyncio.enter_task(loop, task)


def _leave_task(loop, task):
    """Undoes _enter_task()."""
    _asyncio.leave_task(loop, task)


def all_tasks(loop=None):
    """The tasks of the loop that are not done."""
    if loop is None:
        loop = events.get_running_loop()
    found = set(_asyncio.tasks_of(loop))
    for known in _registered:
        task = known()
        if task is not None and task.get_loop() is loop and not task.done():
            found.add(task)
    return found


def ensure_future(coro_or_future, *, loop=None):
    """A future as it is; a coroutine, or anything that can be awaited, as a task."""
    if futures.isfuture(coro_or_future):
        if loop is not None and loop is not coro_or_future.get_loop():
            raise ValueError('The future belongs to a different loop than '
                             'the one specified as the loop argument')
        return coro_or_future
    is_coroutine = coroutines.iscoroutine(coro_or_future)
    if not is_coroutine:
        if not hasattr(type(coro_or_future), '__await__'):
            raise TypeError('An asyncio.Future, a coroutine or an awaitable is required')
        coro_or_future = _wrap_awaitable(coro_or_future)
    if loop is None:
        loop = events.get_event_loop()
    try:
        return loop.create_task(coro_or_future)
    except RuntimeError:
        if not is_coroutine:
            coro_or_future.close()
        raise


async def _wrap_awaitable(awaitable):
    return await awaitable


@_asyncio.make_sleep
def sleep(delay, result=None, loop=None):
    """Waits for a number of seconds, then gives the result."""
    if delay <= 0:
        yield
        return result
    loop = events.get_running_loop()
    future = loop.create_future()
    handle = loop.call_later(delay, futures._set_result_unless_cancelled, future, result)
    try:
        return (yield from future)
    finally:
        handle.cancel()


def _release_waiter(waiter, *args):
    if not waiter.done():
        waiter.set_result(None)


class _Release:
    """A callback that ends a waiter, shown as functools.partial shows itself in callbacks."""

    __slots__ = ('waiter', '__qualname__')

    def __init__(self, waiter):
        self.waiter = waiter
        self.__qualname__ = f'_release_waiter({format_helpers.short_repr(waiter)})'

    def __call__(self, _):
        if not self.waiter.done():
            self.waiter.set_result(None)


async def _cancel_and_wait(future, loop):
    """Cancels the future and waits until it is done."""
    waiter = loop.create_future()
    release = _Release(waiter)
    future.add_done_callback(release)
    try:
        future.cancel()
        await waiter
    finally:
        future.remove_done_callback(release)


async def _cancelled_by_timeout(future, loop):
    """Cancels what took too long; its result if it has one after all."""
    await _cancel_and_wait(future, loop)
    try:
        return future.result()
    except exceptions.CancelledError as error:
        raise exceptions.TimeoutError() from error


async def wait_for(fut, timeout, *, loop=None):
    """The result of the awaitable; after `timeout` seconds it is cancelled: TimeoutError."""
    if timeout is None:
        return await fut
    loop = events.get_running_loop()
    if timeout <= 0:
        fut = ensure_future(fut, loop=loop)
        if fut.done():
            return fut.result()
        return await _cancelled_by_timeout(fut, loop)
    waiter = loop.create_future()
    timer = loop.call_later(timeout, _release_waiter, waiter)
    release = _Release(waiter)
    fut = ensure_future(fut, loop=loop)
    fut.add_done_callback(release)
    try:
        try:
            await waiter
        except exceptions.CancelledError:
            if fut.done():
                return fut.result()
            fut.remove_done_callback(release)
            # The caller is cancelled: it goes on when what it waited for has ended.
            await _cancel_and_wait(fut, loop)
            raise
        if fut.done():
            return fut.result()
        fut.remove_done_callback(release)
        return await _cancelled_by_timeout(fut, loop)
    finally:
        timer.cancel()


async def wait(fs, *, timeout=None, return_when=ALL_COMPLETED, loop=None):
    """Waits for several futures or coroutines; returns the sets of those done and not done."""
    if futures.isfuture(fs) or coroutines.iscoroutine(fs):
        raise TypeError(f'expect a list of futures, not {type(fs).__name__}')
    if not fs:
        raise ValueError('Set of Tasks/Futures is empty.')
    if return_when not in (FIRST_COMPLETED, FIRST_EXCEPTION, ALL_COMPLETED):
        raise ValueError(f'Invalid return_when value: {return_when}')
    loop = events.get_running_loop()
    fs = {ensure_future(future, loop=loop) for future in set(fs)}
    waiter = loop.create_future()
    timer = None if timeout is None else loop.call_later(timeout, _release_waiter, waiter)
    left = len(fs)

    def _on_completion(future):
        nonlocal left
        left -= 1
        if (left <= 0 or return_when == FIRST_COMPLETED or
                return_when == FIRST_EXCEPTION and
                not future.cancelled() and future.exception() is not None):
            if timer is not None:
                timer.cancel()
            if not waiter.done():
                waiter.set_result(None)

    for future in fs:
        future.add_done_callback(_on_completion)
    try:
        await waiter
    finally:
        if timer is not None:
            timer.cancel()
        for future in fs:
            future.remove_done_callback(_on_completion)
    done = {future for future in fs if future.done()}
    return done, fs - done


def as_completed(fs, *, timeout=None, loop=None):
    """Coroutines that give the results in the order in which they come."""
    if futures.isfuture(fs) or coroutines.iscoroutine(fs):
        raise TypeError(f'expect an iterable of futures, not {type(fs).__name__}')
    from asyncio.queues import Queue
    done = Queue()
    loop = events.get_event_loop()
    pending = {ensure_future(future, loop=loop) for future in set(fs)}
    timer = None

    def on_timeout():
        for future in pending:
            future.remove_done_callback(on_completion)
            done.put_nowait(None)
        pending.clear()

    def on_completion(future):
        if not pending:
            return
        pending.remove(future)
        done.put_nowait(future)
        if not pending and timer is not None:
            timer.cancel()

    async def _wait_for_one():
        future = await done.get()
        if future is None:
            raise exceptions.TimeoutError
        return future.result()

    for future in pending:
        future.add_done_callback(on_completion)
    if pending and timeout is not None:
        timer = loop.call_later(timeout, on_timeout)
    for _ in range(len(pending)):
        yield _wait_for_one()


def gather(*coros_or_futures, return_exceptions=False, loop=None):
    """A future of the list of all results, in the order of the arguments."""
    if not coros_or_futures:
        outer = events.get_event_loop().create_future()
        outer.set_result([])
        return outer
    return _asyncio.gather(coros_or_futures, return_exceptions, _ensure_future)


def _ensure_future(argument, loop):
    return ensure_future(argument, loop=loop)


def shield(arg, *, loop=None):
    """Awaits something that goes on when the awaiting task is cancelled."""
    inner = ensure_future(arg)
    if inner.done():
        return inner
    outer = inner.get_loop().create_future()

    def _inner_done_callback(inner):
        if outer.cancelled():
            if not inner.cancelled():
                inner.exception()  # nobody else will look at it
            return
        if inner.cancelled():
            outer.cancel()
            return
        exception = inner.exception()
        if exception is not None:
            outer.set_exception(exception)
        else:
            outer.set_result(inner.result())

    def _outer_done_callback(outer):
        if not inner.done():
            inner.remove_done_callback(_inner_done_callback)

    inner.add_done_callback(_inner_done_callback)
    outer.add_done_callback(_outer_done_callback)
    return outer


def run_coroutine_threadsafe(coro, loop):
    """Runs a coroutine in the loop of another thread; returns a future of concurrent.futures."""
    if not coroutines.iscoroutine(coro):
        raise TypeError('A coroutine object is required')
    from concurrent.futures import Future
    future = Future()

    def callback():
        try:
            futures._chain_future(ensure_future(coro, loop=loop), future)
        except (SystemExit, KeyboardInterrupt):
            raise
        except BaseException as error:
            if future.set_running_or_notify_cancel():
                future.set_exception(error)
            raise

    loop.call_soon_threadsafe(callback)
    return future


def _task_stack(task, limit):
    """The frames of the task's coroutine; of the traceback when an exception ended it."""
    frames = []
    coro = task.get_coro()
    frame = getattr(coro, 'cr_frame', None) or getattr(coro, 'gi_frame', None)
    if frame is not None:
        while frame is not None and (limit is None or len(frames) < limit):
            frames.append(frame)
            frame = frame.f_back
        frames.reverse()
    elif task._exception is not None:
        trace = task._exception.__traceback__
        while trace is not None and (limit is None or len(frames) < limit):
            frames.append(trace.tb_frame)
            trace = trace.tb_next
    return frames


def _print_task_stack(task, limit, file):
    """Prints where the task stands."""
    if file is None:
        file = sys.stderr
    frames = [(frame.f_code.co_filename, frame.f_lineno, frame.f_code.co_name)
              for frame in _task_stack(task, limit)]
    exception = task._exception
    if not frames:
        print(f'No stack for {task!r}', file=file)
    elif exception is not None:
        print(f'Traceback for {task!r} (most recent call last):', file=file)
    else:
        print(f'Stack for {task!r} (most recent call last):', file=file)
    print(format_helpers.format_stack(frames), file=file, end='')
    if exception is not None:
        print(_asyncio.format_exception_only(exception), file=file, end='')


def _join_future(future, timeout):
    from asyncio.fibers import join_future
    return join_future(future, timeout)


_asyncio.connect(exceptions.CancelledError, exceptions.InvalidStateError, events.get_event_loop,
                 format_helpers.show_future, format_helpers.show_handle, _task_stack,
                 _print_task_stack, format_helpers.extract_stack, _join_future)
