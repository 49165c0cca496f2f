"""Contexts: everything the package offers, for one way to start processes."""

import os
import threading
from multiprocessing import process

__all__ = ()


class ProcessError(Exception):
    """The base of what goes wrong between processes."""


class BufferTooShort(ProcessError):
    """The buffer given for a message is too small."""


class TimeoutError(ProcessError):
    """It took too long."""


class AuthenticationError(ProcessError):
    """Somebody does not know the key."""


class BaseContext:
    """What there is, as methods."""

    ProcessError = ProcessError
    BufferTooShort = BufferTooShort
    TimeoutError = TimeoutError
    AuthenticationError = AuthenticationError

    current_process = staticmethod(process.current_process)
    parent_process = staticmethod(process.parent_process)
    active_children = staticmethod(process.active_children)

    def cpu_count(self):
        """The number of processors."""
        count = os.cpu_count()
        if count is None:
            raise NotImplementedError('cannot determine number of cpus')
        return count

    def Manager(self):
        """A server process whose objects processes share."""
        from multiprocessing.managers import SyncManager
        manager = SyncManager(ctx=self.get_context())
        manager.start()
        return manager

    def Pipe(self, duplex=True):
        """Two connected ends."""
        from multiprocessing.connection import Pipe
        return Pipe(duplex)

    def Lock(self):
        """A lock."""
        from multiprocessing.synchronize import Lock
        return Lock()

    def RLock(self):
        """A lock its holder may take again."""
        from multiprocessing.synchronize import RLock
        return RLock()

    def Condition(self, lock=None):
        """A condition."""
        from multiprocessing.synchronize import Condition
        return Condition(lock)

    def Semaphore(self, value=1):
        """A semaphore."""
        from multiprocessing.synchronize import Semaphore
        return Semaphore(value)

    def BoundedSemaphore(self, value=1):
        """A semaphore that no more is given back to than was taken."""
        from multiprocessing.synchronize import BoundedSemaphore
        return BoundedSemaphore(value)

    def Event(self):
        """An event."""
        from multiprocessing.synchronize import Event
        return Event()

    def Barrier(self, parties, action=None, timeout=None):
        """A barrier."""
        from multiprocessing.synchronize import Barrier
        return Barrier(parties, action, timeout)

    def Queue(self, maxsize=0):
        """A queue."""
        from multiprocessing.queues import Queue
        return Queue(maxsize)

    def JoinableQueue(self, maxsize=0):
        """A queue that knows which of its objects are still worked on."""
        from multiprocessing.queues import JoinableQueue
        return JoinableQueue(maxsize)

    def SimpleQueue(self):
        """A pipe with locks."""
        from multiprocessing.queues import SimpleQueue
        return SimpleQueue()

    def Pool(self, processes=None, initializer=None, initargs=(), maxtasksperchild=None):
        """A number of processes that take calls."""
        from multiprocessing.pool import Pool
        return Pool(processes, initializer, initargs, maxtasksperchild,
                    context=self.get_context())

    def RawValue(self, typecode_or_type, *args):
        """A shared number."""
        from multiprocessing.sharedctypes import RawValue
        return RawValue(typecode_or_type, *args)

    def RawArray(self, typecode_or_type, size_or_initializer):
        """Shared numbers."""
        from multiprocessing.sharedctypes import RawArray
        return RawArray(typecode_or_type, size_or_initializer)

    def Value(self, typecode_or_type, *args, lock=True):
        """A shared number with a lock."""
        from multiprocessing.sharedctypes import Value
        return Value(typecode_or_type, *args, lock=lock)

    def Array(self, typecode_or_type, size_or_initializer, *, lock=True):
        """Shared numbers with a lock."""
        from multiprocessing.sharedctypes import Array
        return Array(typecode_or_type, size_or_initializer, lock=lock)

    def freeze_support(self):
        """Nothing: for programs made into executables of Windows."""

    def get_logger(self):
        """The logger of the package."""
        from multiprocessing.util import get_logger
        return get_logger()

    def log_to_stderr(self, level=None):
        """Has the package tell on stderr what it does."""
        from multiprocessing.util import log_to_stderr
        return log_to_stderr(level)

    def set_executable(self, executable):
        """Says which program start method 'spawn' starts."""
        from multiprocessing.spawn import set_executable
        set_executable(executable)

    def get_context(self, method=None):
        """The context of a way to start processes."""
        if method is None:
            return self
        try:
            return _contexts[method]
        except KeyError:
            raise ValueError(f'cannot find context for {method!r}') from None

    def get_start_method(self, allow_none=False):
        """The name of the way."""
        return self._name

    def set_start_method(self, method, force=False):
        """Only the default context can be changed."""
        raise ValueError('cannot set start method of concrete context')


class Process(process.BaseProcess):
    """A process, started in the default way."""

    @staticmethod
    def _Popen(process_obj):
        return _default_context.get_context().Process._Popen(process_obj)


class DefaultContext(BaseContext):
    """What the package itself offers."""

    Process = Process
    _actual = None

    def get_context(self, method=None):
        """The context of a way to start processes; of the chosen one."""
        if method is None:
            if self._actual is None:
                self._actual = _contexts['fork']
            return self._actual
        return super().get_context(method)

    def set_start_method(self, method, force=False):
        """Chooses the way, once."""
        if self._actual is not None and not force:
            raise RuntimeError('context has already been set')
        self._actual = None if method is None and force else self.get_context(method)

    def get_start_method(self, allow_none=False):
        """The name of the chosen way."""
        if self._actual is None:
            if allow_none:
                return None
            self._actual = _contexts['fork']
        return self._actual._name

    def get_all_start_methods(self):
        """The names of all ways."""
        return list(_contexts)


class ForkProcess(process.BaseProcess):
    """A process, started by fork."""

    _start_method = 'fork'


class ForkContext(BaseContext):
    """Everything, for processes started by fork."""

    _name = 'fork'
    Process = ForkProcess


class SpawnProcess(process.BaseProcess):
    """A process, started as a fresh interpreter."""

    _start_method = 'spawn'

    @staticmethod
    def _Popen(process_obj):
        from multiprocessing.popen import SpawnPopen
        return SpawnPopen(process_obj)


class SpawnContext(BaseContext):
    """Everything, for processes that are fresh interpreters."""

    _name = 'spawn'
    Process = SpawnProcess


_contexts = {'fork': ForkContext(), 'spawn': SpawnContext()}
_default_context = DefaultContext()

# --- What is pickled for a child that is being started, and for nobody else

_spawning = threading.local()


def get_spawning_popen():
    """The Popen whose child objects are being pickled for; None: they are for somebody else."""
    return getattr(_spawning, 'popen', None)


def set_spawning_popen(popen):
    """Says for whose child objects are pickled from now on in this thread."""
    _spawning.popen = popen


def assert_spawning(obj):
    """Raises RuntimeError unless the object is being pickled for a child that inherits it."""
    if get_spawning_popen() is None:
        raise RuntimeError(f'{type(obj).__name__} objects should only be shared between '
                           f'processes through inheritance')
