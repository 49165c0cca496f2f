"""Tasks: functions that run beside one another on one thread, and what they talk through.

    task = spawn(function, *args)      a built-in: nothing needs to be imported
    task.result()

A task runs until it waits (sleep, a channel, a lock, a join); then another goes on. One that fails
keeps its exception for whoever asks; if nobody does, it is reported when the task is gone or the
program ends.

What is fast is in _weft. Lock, RLock, Semaphore, BoundedSemaphore, Event, Condition and Barrier are
those of threading: in a thread that has tasks they let the others run.
"""

import sys as _sys
from _weft import (
    Cancelled,
    Channel,
    ChannelClosed,
    DeadlockError,
    Task,
    _current_fiber,
    _dump_text,
    _interrupt,
    _set_cooperative,
    all_tasks,
    current_task,
    joinall,
    select,
    sleep,
    spawn,
    spawn_later,
    stats,
    virtual_time,
)

__all__ = [
    "BoundedSemaphore",
    "Cancelled",
    "Channel",
    "ChannelClosed",
    "DeadlockError",
    "Event",
    "Lock",
    "RLock",
    "Semaphore",
    "Task",
    "TaskGroup",
    "all_tasks",
    "current_task",
    "dump_tasks",
    "joinall",
    "select",
    "sleep",
    "spawn",
    "spawn_later",
    "stats",
    "timeout",
    "virtual_time",
]

_FROM_THREADING = {
    "Barrier",
    "BoundedSemaphore",
    "Condition",
    "Event",
    "Lock",
    "RLock",
    "Semaphore",
}


def __getattr__(name):
    # threading takes longer to import than all of this.
    if name in _FROM_THREADING:
        import threading

        _set_cooperative()
        value = getattr(threading, name)
        globals()[name] = value
        return value
    raise AttributeError(f"module {__name__!r} has no attribute {name!r}")


class TaskGroup:
    """A block whose tasks end with it.

        with TaskGroup() as group:
            group.spawn(function, argument)

    The end of the block waits for its tasks. The first failure, of a task or of the block itself,
    cancels the others; all failures are raised together as an ExceptionGroup.
    """

    def __init__(self):
        self._tasks = []
        self._errors = []
        self._state = "new"
        self._interruption = None  # what was raised in the block because a task failed

    def __repr__(self):
        left = sum(not task.done() for task in self._tasks)
        return f"<TaskGroup {self._state}, {left} of {len(self._tasks)} tasks running>"

    def __enter__(self):
        if self._state != "new":
            raise RuntimeError("a TaskGroup can be entered once")
        self._state = "entered"
        self._owner = _current_fiber()
        return self

    def spawn(self, function, /, *args, **kwargs):
        """Runs function(*args, **kwargs) as a task of the group."""
        if self._state == "new":
            raise RuntimeError("a TaskGroup spawns tasks in its with block")
        if self._state == "ended" or self._errors:
            raise RuntimeError("the TaskGroup is ending")
        task = spawn(self._run, function, args, kwargs)
        task.name = getattr(function, "__name__", None) or type(function).__name__
        self._tasks.append(task)
        return task

    def cancel(self):
        """Cancels all tasks of the group."""
        current = current_task()
        for task in self._tasks:
            if task is not current:
                task.cancel()

    def _run(self, function, args, kwargs):
        try:
            return function(*args, **kwargs)
        except Cancelled:
            raise
        except Exception as error:
            self._fail(error)
            raise

    def _fail(self, error):
        self._errors.append(error)
        if len(self._errors) == 1:
            self.cancel()
            if self._state == "entered":
                self._interruption = Cancelled("a task of the group failed")
                _interrupt(self._owner, self._interruption)

    def _wait(self):
        """Waits for all tasks, also those spawned meanwhile. Gives what broke the waiting off."""
        broken_by = None
        while not all(task.done() for task in self._tasks):
            try:
                joinall(self._tasks)
            except BaseException as error:
                if error is not self._interruption:
                    broken_by = error
                self.cancel()
        return broken_by

    def __exit__(self, kind, error, traceback):
        if error is not None and error is self._interruption:
            error = None
        self._state = "ending"
        if error is not None:
            self.cancel()
        broken_by = self._wait()
        self._state = "ended"
        for task in self._tasks:
            task.exception()  # it is told by the group
        if broken_by is None and error is not None and not isinstance(error, Exception):
            return False  # Cancelled, KeyboardInterrupt …: what failed besides matters less
        if broken_by is not None:
            raise broken_by
        if error is not None:
            self._errors.append(error)
        if self._errors:
            errors, self._errors = self._errors, []
            raise ExceptionGroup("tasks of a group failed", errors) from None
        return False


class timeout:
    """A block that may wait for so many seconds in all; TimeoutError is raised at its wait then."""

    def __init__(self, seconds, message="timed out"):
        self._seconds = seconds
        self._error = TimeoutError(message)
        self._alarm = None

    def __repr__(self):
        return f"<timeout of {self._seconds} seconds>"

    @property
    def expired(self):
        """Whether the time was up before the block ended."""
        return self._error.__traceback__ is not None

    def __enter__(self):
        _set_cooperative()
        if self._seconds is not None:
            self._alarm = spawn_later(self._seconds, _interrupt, _current_fiber(), self._error)
        return self

    def __exit__(self, kind, error, traceback):
        if self._alarm is not None:
            self._alarm.cancel()
            self._alarm = None
        return False


def dump_tasks(file=None):
    """Writes what all fibers and threads do, with their stacks, to `file` (sys.stderr)."""
    (_sys.stderr if file is None else file).write(_dump_text())


def _await_task(task):
    """Task.__await__: waits as the coroutine's loop does, or as a fiber where none is running."""
    if not task.done():
        asyncio = _sys.modules.get("asyncio")
        loop = asyncio._get_running_loop() if asyncio is not None else None
        if loop is None:
            task.join()
        else:
            ended = loop.create_future()

            def tell():
                if not ended.done():
                    ended.set_result(None)

            def watch():
                task.join()
                loop.call_soon_threadsafe(tell)

            watcher = spawn(watch)
            try:
                yield from ended
            finally:
                watcher.cancel()
    return task.result()
