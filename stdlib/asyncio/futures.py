"""Futures: results that will be there later."""

from _asyncio import Future, isfuture
from asyncio import exceptions

__all__ = ('Future', 'wrap_future', 'isfuture')


def _set_result_unless_cancelled(future, result):
    """Ends the future with a result, unless it is done."""
    if not future.cancelled():
        future.set_result(result)


def _convert_exception(exception):
    """The asyncio form of an exception of concurrent.futures."""
    kind = type(exception)
    if kind.__module__ == 'concurrent.futures._base':
        if kind.__name__ == 'CancelledError':
            return exceptions.CancelledError(*exception.args)
        if kind.__name__ == 'InvalidStateError':
            return exceptions.InvalidStateError(*exception.args)
    return exception


def _copy_state(source, target):
    """Ends one future as the other one ended."""
    if target.cancelled():
        return
    if source.cancelled():
        target.cancel()
        return
    exception = source.exception()
    if exception is not None:
        target.set_exception(_convert_exception(exception))
    else:
        target.set_result(source.result())


def _copy_state_to_concurrent(source, target):
    """The same where `target` belongs to concurrent.futures."""
    if source.cancelled():
        target.cancel()
    if not target.set_running_or_notify_cancel():
        return
    exception = source.exception()
    if exception is not None:
        target.set_exception(exception)
    else:
        target.set_result(source.result())


def _chain_future(source, target):
    """Lets `target` end as `source` does, and a cancelled `target` cancel `source`.

    Both may be futures of asyncio or of concurrent.futures.
    """
    source_loop = source.get_loop() if isfuture(source) else None
    target_loop = target.get_loop() if isfuture(target) else None

    def end_target(_):
        if isfuture(target):
            _copy_state(source, target)
        else:
            _copy_state_to_concurrent(source, target)

    def on_target(target):
        if not target.cancelled():
            return
        if source_loop is None or source_loop is target_loop:
            source.cancel()
        else:
            source_loop.call_soon_threadsafe(source.cancel)

    def on_source(source):
        if target.cancelled() and target_loop is not None and target_loop.is_closed():
            return
        if target_loop is None or target_loop is source_loop:
            end_target(source)
        elif not target_loop.is_closed():
            target_loop.call_soon_threadsafe(end_target, source)

    target.add_done_callback(on_target)
    source.add_done_callback(on_source)


def wrap_future(future, *, loop=None):
    """The asyncio future that ends as a future of concurrent.futures does."""
    if isfuture(future):
        return future
    if not hasattr(future, 'set_running_or_notify_cancel'):
        raise AssertionError(f'concurrent.futures.Future is expected, got {future!r}')
    if loop is None:
        from asyncio import events
        loop = events.get_event_loop()
    wrapped = loop.create_future()
    _chain_future(future, wrapped)
    return wrapped
