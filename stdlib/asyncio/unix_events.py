"""Child watchers: who calls a function when a child process has ended.

Subprocesses do without them; programs of older versions choose one, attach it and have it watch
processes of their own. All of them wait for a process descriptor. They differ in the loop that does:
the one attached, or the one that runs where the handler is added.
"""

import os
import warnings

from asyncio import events
from asyncio.base_events import SelectorEventLoop
from asyncio.events import DefaultEventLoopPolicy

__all__ = ('SelectorEventLoop', 'AbstractChildWatcher', 'SafeChildWatcher', 'FastChildWatcher',
           'PidfdChildWatcher', 'MultiLoopChildWatcher', 'ThreadedChildWatcher',
           'DefaultEventLoopPolicy')


class AbstractChildWatcher:
    """What a watcher offers; to be used as a context manager around fork() and add_child_handler()."""

    def add_child_handler(self, pid, callback, *args):
        """Has callback(pid, returncode, *args) called when the process has ended."""
        raise NotImplementedError()

    def remove_child_handler(self, pid):
        """Forgets a process. Whether it was watched."""
        raise NotImplementedError()

    def attach_loop(self, loop):
        """Watches with this loop; None: with none."""
        raise NotImplementedError()

    def close(self):
        """Forgets all processes."""
        raise NotImplementedError()

    def is_active(self):
        """Whether handlers will be called."""
        raise NotImplementedError()

    def __enter__(self):
        raise NotImplementedError()

    def __exit__(self, a, b, c):
        raise NotImplementedError()


class BaseChildWatcher(AbstractChildWatcher):
    """Watches with the loop attached to it."""

    def __init__(self):
        self._loop = None
        self._children = {}  # by pid: (loop or None, descriptor, callback, args)

    def is_active(self):
        return self._loop is not None and self._loop.is_running()

    def attach_loop(self, loop):
        if self._loop is not None and loop is None and self._children:
            warnings.warn('A loop is being detached from a child watcher with pending handlers',
                          RuntimeWarning)
        self._loop = loop
        for pid, (_, *child) in list(self._children.items()):
            self._pause(pid)
            self._watch(pid, loop, *child)

    def close(self):
        for pid in list(self._children):
            self.remove_child_handler(pid)
        self.attach_loop(None)

    def __enter__(self):
        return self

    def __exit__(self, a, b, c):
        pass

    def _loop_of_handler(self):
        return self._loop

    def add_child_handler(self, pid, callback, *args):
        loop = self._loop_of_handler()
        self.remove_child_handler(pid)
        # It may have ended; nobody knows of what is no child.
        if not self._ended(pid, loop, callback, args):
            self._watch(pid, loop, os.pidfd_open(pid), callback, args)

    def remove_child_handler(self, pid):
        child = self._pause(pid)
        if child is None:
            return False
        os.close(child[1])
        return True

    def _watch(self, pid, loop, descriptor, callback, args):
        self._children[pid] = loop, descriptor, callback, args
        if loop is not None:
            loop.add_reader(descriptor, self._has_ended, pid)

    def _pause(self, pid):
        child = self._children.pop(pid, None)
        if child is not None and child[0] is not None and not child[0].is_closed():
            child[0].remove_reader(child[1])
        return child

    def _has_ended(self, pid):
        loop, _, callback, args = self._children[pid]
        self.remove_child_handler(pid)
        self._ended(pid, loop, callback, args)

    def _ended(self, pid, loop, callback, args):
        try:
            ended, status = os.waitpid(pid, os.WNOHANG)
        except ChildProcessError:
            from asyncio.log import logger
            returncode = 255
            logger.warning('Unknown child process pid %d, will report returncode 255', pid)
        else:
            if ended == 0:
                return False
            returncode = os.waitstatus_to_exitcode(status)
        self._tell(loop, callback, pid, returncode, args)
        return True

    def _tell(self, loop, callback, pid, returncode, args):
        callback(pid, returncode, *args)


class PidfdChildWatcher(BaseChildWatcher):
    """Watches with the loop attached to it."""


class SafeChildWatcher(BaseChildWatcher):
    """Watches with the loop attached to it, and waits for no child but those it was given."""


class FastChildWatcher(BaseChildWatcher):
    """As SafeChildWatcher; handlers are added within its context."""

    def __init__(self):
        super().__init__()
        self._forks = 0

    def __enter__(self):
        self._forks += 1
        return self

    def __exit__(self, a, b, c):
        self._forks -= 1

    def add_child_handler(self, pid, callback, *args):
        assert self._forks, 'Must use the context manager'
        super().add_child_handler(pid, callback, *args)


class MultiLoopChildWatcher(BaseChildWatcher):
    """Watches with the loop that runs where a handler is added."""

    _attached = False

    def _loop_of_handler(self):
        return events.get_running_loop()

    def is_active(self):
        return self._attached

    def attach_loop(self, loop):
        self._attached = loop is not None


class ThreadedChildWatcher(MultiLoopChildWatcher):
    """Watches with the loop that runs where a handler is added; the one in use unless another is set."""

    def is_active(self):
        return True

    def remove_child_handler(self, pid):
        super().remove_child_handler(pid)
        return True

    def _tell(self, loop, callback, pid, returncode, args):
        loop.call_soon_threadsafe(callback, pid, returncode, *args)
