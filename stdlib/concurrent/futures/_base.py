"""Futures, waiting for many of them, and the interface of executors.

A future has a condition that guards its state. Who waits for several futures puts a _Watcher into
each; a future that is done tells its watchers once. Futures are done when their state is CANCELLED
(nobody was told yet), CANCELLED_AND_NOTIFIED or FINISHED.
"""

import sys
import time
from collections import namedtuple
from threading import Condition, Event, Lock

FIRST_COMPLETED = "FIRST_COMPLETED"
FIRST_EXCEPTION = "FIRST_EXCEPTION"
ALL_COMPLETED = "ALL_COMPLETED"

PENDING = "PENDING"
RUNNING = "RUNNING"
CANCELLED = "CANCELLED"
CANCELLED_AND_NOTIFIED = "CANCELLED_AND_NOTIFIED"
FINISHED = "FINISHED"

_shown_states = {
    PENDING: "pending",
    RUNNING: "running",
    CANCELLED: "cancelled",
    CANCELLED_AND_NOTIFIED: "cancelled",
    FINISHED: "finished",
}


class Error(Exception):
    """The base of what goes wrong with futures."""


class CancelledError(Error):
    """The future was cancelled."""


TimeoutError = TimeoutError


class InvalidStateError(Error):
    """The future is in a state that does not allow this."""


class BrokenExecutor(RuntimeError):
    """The executor can take no more work."""


def _log_failure(text, *args):
    """Logs the exception being handled, which nobody else will see.

    A program that has not imported logging gets what logging would do unasked: the text and the
    traceback on stderr.
    """
    logging = sys.modules.get("logging")
    if logging is not None:
        logging.getLogger("concurrent.futures").critical(text, *args, exc_info=True)
    elif sys.stderr is not None:
        import traceback

        print(text % args, file=sys.stderr)
        traceback.print_exc()


class Future:
    """The result of a call that may not have ended yet. Made by executors."""

    def __init__(self):
        self._condition = Condition()
        self._state = PENDING
        self._result = None
        self._exception = None
        self._waiters = []
        self._done_callbacks = []

    def __repr__(self):
        with self._condition:
            shown = _shown_states[self._state]
            if self._state == FINISHED:
                if self._exception is not None:
                    shown += f" raised {type(self._exception).__name__}"
                else:
                    shown += f" returned {type(self._result).__name__}"
            return f"<{type(self).__name__} at {id(self):#x} state={shown}>"

    def cancel(self):
        """Cancels it unless the call has begun; whether it is cancelled now."""
        with self._condition:
            if self._state in (RUNNING, FINISHED):
                return False
            if self._state in (CANCELLED, CANCELLED_AND_NOTIFIED):
                return True
            self._state = CANCELLED
            self._condition.notify_all()
        self._invoke_callbacks()
        return True

    def cancelled(self):
        """Whether it was cancelled."""
        return self._state in (CANCELLED, CANCELLED_AND_NOTIFIED)

    def running(self):
        """Whether the call runs now."""
        return self._state == RUNNING

    def done(self):
        """Whether it was cancelled or has ended."""
        return self._state in (CANCELLED, CANCELLED_AND_NOTIFIED, FINISHED)

    def add_done_callback(self, fn):
        """Has fn(future) called when it is done; at once if it is."""
        with self._condition:
            if not self.done():
                self._done_callbacks.append(fn)
                return
        self._invoke_callback(fn)

    def _invoke_callbacks(self):
        for callback in self._done_callbacks:
            self._invoke_callback(callback)

    def _invoke_callback(self, callback):
        try:
            callback(self)
        except Exception:
            _log_failure("exception calling callback for %r", self)

    def _await_end(self, timeout):
        """With the condition held: waits until it is done."""
        if not self.done():
            self._condition.wait(timeout)
        if self.cancelled():
            raise CancelledError()
        if self._state != FINISHED:
            raise TimeoutError()

    def result(self, timeout=None):
        """What the call returned or raised; waits for it, TimeoutError after `timeout` seconds."""
        try:
            with self._condition:
                self._await_end(timeout)
                if self._exception is not None:
                    raise self._exception
                return self._result
        finally:
            # The traceback of what is raised refers to this frame, which should not refer to it.
            self = None

    def exception(self, timeout=None):
        """What the call raised, None if it returned; waits for it as result() does."""
        with self._condition:
            self._await_end(timeout)
            return self._exception

    # --- For executors and tests

    def set_running_or_notify_cancel(self):
        """The call is about to begin: False if it was cancelled and must not."""
        with self._condition:
            if self._state == PENDING:
                self._state = RUNNING
                return True
            if self._state == CANCELLED:
                self._state = CANCELLED_AND_NOTIFIED
                self._tell_watchers()
                # Nobody waits for the condition: cancel() has woken them.
                return False
            from logging import getLogger
            getLogger("concurrent.futures").critical("Future %s in unexpected state: %s", id(self),
                                                     self._state)
            raise RuntimeError("Future in unexpected state")

    def _tell_watchers(self):
        for watcher in self._waiters:
            watcher.future_is_done(self)

    def _finish(self, result, exception):
        with self._condition:
            if self.done():
                raise InvalidStateError(f"{self._state}: {self!r}")
            self._result = result
            self._exception = exception
            self._state = FINISHED
            self._tell_watchers()
            self._condition.notify_all()
        self._invoke_callbacks()

    def set_result(self, result):
        """The call has returned."""
        self._finish(result, None)

    def set_exception(self, exception):
        """The call has raised."""
        self._finish(None, exception)


class _Watcher:
    """Waits for the first, or for each, of a number of futures."""

    def __init__(self):
        self.event = Event()
        self.lock = Lock()
        self.finished = []

    def future_is_done(self, future):
        with self.lock:
            self.finished.append(future)
            self.event.set()

    def take(self):
        """Those that became done since the last time."""
        with self.lock:
            finished, self.finished = self.finished, []
            self.event.clear()
        return finished


class _Countdown(_Watcher):
    """Waits until a number of futures are done, or one has failed if that is enough."""

    def __init__(self, count, stops_at_failure):
        super().__init__()
        self.count = count
        self.stops_at_failure = stops_at_failure

    def future_is_done(self, future):
        with self.lock:
            self.finished.append(future)
            self.count -= 1
            if self.count == 0 or self.stops_at_failure and _has_failed(future):
                self.event.set()


def _has_failed(future):
    return not future.cancelled() and future._exception is not None


def _is_told(future):
    """Whether the future is done and its watchers know."""
    return future._state in (CANCELLED_AND_NOTIFIED, FINISHED)


class _AllLocked:
    """Holds the conditions of all the futures, taken in one order by everybody."""

    def __init__(self, futures):
        self.futures = sorted(futures, key=id)

    def __enter__(self):
        for future in self.futures:
            future._condition.acquire()

    def __exit__(self, *args):
        for future in self.futures:
            future._condition.release()


def _watch(futures, watcher):
    for future in futures:
        future._waiters.append(watcher)


def _leave(futures, watcher):
    for future in futures:
        with future._condition:
            if watcher in future._waiters:
                future._waiters.remove(watcher)


DoneAndNotDoneFutures = namedtuple("DoneAndNotDoneFutures", "done not_done")


def wait(fs, timeout=None, return_when=ALL_COMPLETED):
    """Waits until all, the first, or a failure of the futures is there; (done, not_done)."""
    futures = set(fs)
    with _AllLocked(futures):
        done = {future for future in futures if _is_told(future)}
        not_done = futures - done
        if return_when == FIRST_COMPLETED and done:
            return DoneAndNotDoneFutures(done, not_done)
        if return_when == FIRST_EXCEPTION and any(map(_has_failed, done)):
            return DoneAndNotDoneFutures(done, not_done)
        if not not_done:
            return DoneAndNotDoneFutures(done, not_done)
        if return_when == FIRST_COMPLETED:
            watcher = _Watcher()
        elif return_when in (FIRST_EXCEPTION, ALL_COMPLETED):
            watcher = _Countdown(len(not_done), return_when == FIRST_EXCEPTION)
        else:
            raise ValueError(f"Invalid return condition: {return_when!r}")
        _watch(not_done, watcher)
    try:
        watcher.event.wait(timeout)
    finally:
        _leave(not_done, watcher)
    done.update(watcher.finished)
    return DoneAndNotDoneFutures(done, futures - done)


def as_completed(fs, timeout=None):
    """Yields the futures as they are done; TimeoutError when that takes more than `timeout`."""
    deadline = None if timeout is None else time.monotonic() + timeout
    futures = set(fs)
    total = len(futures)
    with _AllLocked(futures):
        finished = [future for future in futures if _is_told(future)]
        pending = futures.difference(finished)
        watcher = _Watcher()
        _watch(pending, watcher)
    del fs, futures  # what was yielded is not kept
    try:
        while True:
            while finished:
                yield finished.pop()
            if not pending:
                return
            rest = None
            if deadline is not None:
                rest = deadline - time.monotonic()
                if rest <= 0:  # virtual time may hit it exactly, and stands still while we look
                    raise TimeoutError(f"{len(pending)} (of {total}) futures unfinished")
            watcher.event.wait(rest)
            finished = watcher.take()
            finished.reverse()
            for future in finished:
                with future._condition:
                    future._waiters.remove(watcher)
            pending.difference_update(finished)
            future = None
    finally:
        _leave(pending, watcher)


class Executor:
    """Takes calls and gives futures. Subclasses say how."""

    def submit(self, fn, /, *args, **kwargs):
        """Has fn(*args, **kwargs) called; the future of it."""
        raise NotImplementedError()

    def map(self, fn, *iterables, timeout=None, chunksize=1):
        """The results of fn over the iterables, in order; all are submitted at once.

        TimeoutError when one is not there `timeout` seconds after this call. `chunksize` is for
        executors that pack calls together.
        """
        deadline = None if timeout is None else time.monotonic() + timeout
        futures = [self.submit(fn, *args) for args in zip(*iterables)]
        return _results(futures, deadline)

    def shutdown(self, wait=True, *, cancel_futures=False):
        """Takes no more calls; waits for those it has, or cancels what has not begun."""

    def __enter__(self):
        return self

    def __exit__(self, exc_type, exc_val, exc_tb):
        self.shutdown(wait=True)
        return False


def _results(futures, deadline):
    futures.reverse()
    try:
        while futures:
            # Popped first: a result that was yielded is not kept.
            if deadline is None:
                yield _take_result(futures.pop())
            else:
                yield _take_result(futures.pop(), deadline - time.monotonic())
    finally:
        for future in futures:
            future.cancel()


def _take_result(future, timeout=None):
    try:
        try:
            return future.result(timeout)
        finally:
            future.cancel()
    finally:
        del future
