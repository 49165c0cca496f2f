"""Threads, and what they wait for one another with.

Thread runs a function in an operating system thread. Locks, events and the rest let the threads of
an interpreter wait for one another; where fibers take turns within a thread (spawn, asyncio, a
monkey-patched program) the same calls let the other fibers run.

What the machine does is in _thread. Programs that turn threads into fibers replace the names
_start_new_thread, _allocate_lock and get_ident here: nothing below reaches around them.
"""

import sys as _sys
from _thread import (
    RLock as _native_rlock,
    TIMEOUT_MAX,
    _Condition as _NativeCondition,
    _Event as _NativeEvent,
    _Semaphore as _NativeSemaphore,
    _ExceptHookArgs as ExceptHookArgs,
    _excepthook as excepthook,
    _local as local,
    allocate_lock as _allocate_lock,
    error as ThreadError,
    get_ident,
    get_native_id,
    stack_size,
    start_new_thread as _start_new_thread,
)
from time import monotonic as _time

__all__ = [
    "get_ident",
    "active_count",
    "Condition",
    "current_thread",
    "enumerate",
    "main_thread",
    "TIMEOUT_MAX",
    "Event",
    "Lock",
    "RLock",
    "Semaphore",
    "BoundedSemaphore",
    "Thread",
    "Barrier",
    "BrokenBarrierError",
    "Timer",
    "ThreadError",
    "setprofile",
    "settrace",
    "local",
    "stack_size",
    "excepthook",
    "ExceptHookArgs",
    "getprofile",
    "gettrace",
    "get_native_id",
]

__excepthook__ = excepthook
Lock = _allocate_lock
_RLock = _native_rlock


def RLock():
    """A lock its owner may acquire again; it has to be released as often."""
    return _RLock()


def _warn_of_old_name(old, instead):
    import warnings

    warnings.warn(f"{old}() is deprecated, {instead} instead", DeprecationWarning, stacklevel=3)


class Condition(_NativeCondition):
    """A lock with a queue of waiters.

    wait gives the lock up, waits to be notified, and takes the lock again. The lock is a new RLock
    when none is given.
    """

    def __init__(self, lock=None):
        super().__init__(RLock() if lock is None else lock)

    def __repr__(self):
        return f"<Condition({self._lock}, {len(self._waiters)})>"

    def wait_for(self, predicate, timeout=None):
        """Waits until predicate() is true, and gives its last value."""
        deadline = None
        result = predicate()
        while not result:
            if timeout is not None:
                if deadline is None:
                    deadline = _time() + timeout
                else:
                    timeout = deadline - _time()
                    if timeout <= 0:
                        break
            self.wait(timeout)
            result = predicate()
        return result

    def notifyAll(self):
        """The old name of notify_all."""
        _warn_of_old_name("notifyAll", "use notify_all()")
        self.notify_all()

    # Over a lock of a script, whose methods may be anything: those who wait do so each at a lock of
    # the machine.

    def _owns_script_lock(self, _=None):
        lock = self._lock
        if hasattr(lock, "_is_owned"):
            return lock._is_owned()
        if lock.acquire(False):
            lock.release()
            return False
        return True

    def _wait_with_script_lock(self, timeout):
        if not self._is_owned():
            raise RuntimeError("cannot wait on un-acquired lock")
        lock = self._lock
        waiter = _allocate_lock()
        waiter.acquire()
        waiting = self.__dict__.setdefault("_waiting", [])
        waiting.append(waiter)
        notified = False
        # A recursive lock is given up and taken back as a whole; it knows how.
        saved = lock._release_save() if hasattr(lock, "_release_save") else lock.release()
        try:
            if timeout is None:
                notified = waiter.acquire()
            elif timeout > 0:
                notified = waiter.acquire(True, timeout)
            else:
                notified = waiter.acquire(False)
            return notified
        finally:
            if hasattr(lock, "_acquire_restore"):
                lock._acquire_restore(saved)
            else:
                lock.acquire()
            if not notified and waiter in waiting:
                waiting.remove(waiter)

    def _notify_with_script_lock(self, n):
        if not self._is_owned():
            raise RuntimeError("cannot notify on un-acquired lock")
        waiting = self.__dict__.get("_waiting", [])
        woken = waiting[:n]
        del waiting[:n]
        for waiter in woken:
            waiter.release()


class Semaphore(_NativeSemaphore):
    """A counter that acquire takes from, waiting while it is zero, and release adds to."""

    def __repr__(self):
        cls = type(self)
        return f"<{cls.__module__}.{cls.__qualname__} at {id(self):#x}: value={self._value}>"


class BoundedSemaphore(Semaphore):
    """A semaphore that may not be released more often than it was acquired."""

    def __init__(self, value=1):
        super().__init__(value)
        self._bind()

    def __repr__(self):
        cls = type(self)
        return (
            f"<{cls.__module__}.{cls.__qualname__} at {id(self):#x}: "
            f"value={self._value}/{self._initial_value}>"
        )


class Event(_NativeEvent):
    """A flag threads wait for."""

    def __repr__(self):
        cls = type(self)
        state = "set" if self._flag else "unset"
        return f"<{cls.__module__}.{cls.__qualname__} at {id(self):#x}: {state}>"

    def isSet(self):
        """The old name of is_set."""
        _warn_of_old_name("isSet", "use is_set()")
        return self.is_set()


class BrokenBarrierError(RuntimeError):
    """Raised to those who wait at a barrier that breaks, and who come to a broken one."""


class _Round:
    """Those who wait at a barrier at one time."""

    __slots__ = ("arrived", "outcome")

    def __init__(self):
        self.arrived = 0
        self.outcome = None  # "passed" or "broken" once it is decided


class Barrier:
    """A place where a number of threads wait for one another."""

    def __init__(self, parties, action=None, timeout=None):
        self._cond = Condition(Lock())
        self._parties = parties
        self._action = action
        self._timeout = timeout
        self._round = _Round()
        self._broken = False

    def __repr__(self):
        cls = type(self)
        name = f"{cls.__module__}.{cls.__qualname__}"
        if self._broken:
            return f"<{name} at {id(self):#x}: broken>"
        return f"<{name} at {id(self):#x}: waiters={self._round.arrived}/{self._parties}>"

    def _end_round(self, outcome):
        self._round.outcome = outcome
        self._round = _Round()
        self._cond.notify_all()

    def _break(self):
        self._broken = True
        self._end_round("broken")

    def wait(self, timeout=None):
        """Waits for the others; gives each of them another number below `parties`."""
        if timeout is None:
            timeout = self._timeout
        with self._cond:
            if self._broken:
                raise BrokenBarrierError
            current = self._round
            index = current.arrived
            current.arrived += 1
            if current.arrived == self._parties:
                try:
                    if self._action is not None:
                        self._action()
                except BaseException:
                    self._break()
                    raise
                self._end_round("passed")
                return index
            try:
                self._cond.wait_for(lambda: current.outcome is not None, timeout)
            except BaseException:
                if current.outcome is None:
                    self._break()
                raise
            if current.outcome is None:
                self._break()
            if current.outcome == "broken":
                raise BrokenBarrierError
            return index

    def reset(self):
        """Makes it as new; those who wait get BrokenBarrierError."""
        with self._cond:
            self._broken = False
            self._end_round("broken")

    def abort(self):
        """Breaks it, for those who wait and those who will come."""
        with self._cond:
            self._break()

    @property
    def parties(self):
        """How many have to come."""
        return self._parties

    @property
    def n_waiting(self):
        """How many are waiting."""
        return self._round.arrived

    @property
    def broken(self):
        """Whether it is broken."""
        return self._broken


# --- Threads

# All that run, by ident, and those that are being started.
_active = {}
_limbo = {}
_names_given = 0


def _newname(template):
    global _names_given
    _names_given += 1
    return template % _names_given


class Thread:
    """A function run in a thread of its own: target, or what run() of a subclass does."""

    _initialized = False

    def __init__(self, group=None, target=None, name=None, args=(), kwargs=None, *, daemon=None):
        assert group is None, "group argument must be None for now"
        if name:
            name = str(name)
        else:
            name = _newname("Thread-%d")
            target_name = getattr(target, "__name__", None) if target is not None else None
            if target_name is not None:
                name += f" ({target_name})"
        self._target = target
        self._name = name
        self._args = args
        self._kwargs = {} if kwargs is None else kwargs
        self._daemonic = current_thread().daemon if daemon is None else daemon
        self._ident = None
        self._native_id = None
        self._started = Event()
        self._alive_lock = None  # held from the start until run() has ended
        self._is_stopped = False
        self._initialized = True

    def _check_initialized(self):
        assert self._initialized, "Thread.__init__() not called"

    def __repr__(self):
        assert self._initialized, "Thread.__init__() was not called"
        state = "initial"
        if self._started.is_set():
            state = "stopped" if not self.is_alive() else "started"
        if self._daemonic:
            state += " daemon"
        if self._ident is not None:
            state += f" {self._ident}"
        return f"<{type(self).__name__}({self._name}, {state})>"

    def start(self):
        """Starts the thread; comes back when it runs."""
        if not self._initialized:
            raise RuntimeError("thread.__init__() not called")
        if self._started.is_set() or self in _limbo:
            raise RuntimeError("threads can only be started once")
        _limbo[self] = self
        self._alive_lock = _allocate_lock()
        self._alive_lock.acquire()
        try:
            _start_new_thread(self._bootstrap, ())
        except BaseException:
            del _limbo[self]
            self._alive_lock = None
            raise
        self._started.wait()

    def run(self):
        """What the thread does: calls the target. For subclasses to override."""
        try:
            if self._target is not None:
                self._target(*self._args, **self._kwargs)
        finally:
            # A thread may live on in somebody's hands; what it worked on should not.
            del self._target, self._args, self._kwargs

    def _bootstrap(self):
        self._ident = get_ident()
        self._native_id = get_native_id()
        _active[self._ident] = self
        _limbo.pop(self, None)
        self._started.set()
        try:
            self._bootstrap_inner()
        finally:
            if _active.get(self._ident) is self:
                del _active[self._ident]
            self._is_stopped = True
            self._alive_lock.release()

    def _bootstrap_inner(self):
        try:
            self.run()
        except BaseException:
            _tell_excepthook(self)

    def join(self, timeout=None):
        """Waits until the thread has ended, or for `timeout` seconds."""
        if not self._initialized:
            raise RuntimeError("Thread.__init__() not called")
        if not self._started.is_set():
            raise RuntimeError("cannot join thread before it is started")
        if self is current_thread():
            raise RuntimeError("cannot join current thread")
        if timeout is not None:
            timeout = max(timeout, 0)
        lock = self._alive_lock
        if lock is None or self._is_stopped:
            return
        if timeout is None:
            lock.acquire()
        elif not lock.acquire(True, timeout):
            return
        lock.release()

    @property
    def name(self):
        """A name for people to read."""
        self._check_initialized()
        return self._name

    @name.setter
    def name(self, name):
        self._check_initialized()
        self._name = str(name)

    @property
    def ident(self):
        """get_ident() of the thread; None before it was started."""
        self._check_initialized()
        return self._ident

    @property
    def native_id(self):
        """The number the system knows the thread by; None before it was started."""
        self._check_initialized()
        return self._native_id

    def is_alive(self):
        """Whether the thread was started and has not ended."""
        self._check_initialized()
        return self._started.is_set() and not self._is_stopped

    def isAlive(self):
        """The old name of is_alive."""
        return self.is_alive()

    @property
    def daemon(self):
        """Whether the end of the program does not wait for the thread."""
        self._check_initialized()
        return self._daemonic

    @daemon.setter
    def daemon(self, daemonic):
        if not self._initialized:
            raise RuntimeError("Thread.__init__() not called")
        if self._started.is_set():
            raise RuntimeError("cannot set daemon status of active thread")
        self._daemonic = daemonic

    def isDaemon(self):
        """The old form of daemon."""
        _warn_of_old_name("isDaemon", "get the daemon attribute")
        return self.daemon

    def setDaemon(self, daemonic):
        """The old form of setting daemon."""
        _warn_of_old_name("setDaemon", "set the daemon attribute")
        self.daemon = daemonic

    def getName(self):
        """The old form of name."""
        _warn_of_old_name("getName", "get the name attribute")
        return self.name

    def setName(self, name):
        """The old form of setting name."""
        _warn_of_old_name("setName", "set the name attribute")
        self.name = name


def _tell_excepthook(thread):
    """Reports the exception being handled, which ended `thread`."""
    kind, value, traceback = _sys.exc_info()
    try:
        excepthook(ExceptHookArgs((kind, value, traceback, thread)))
    except BaseException as error:
        error.__suppress_context__ = True
        stream = _sys.stderr
        if stream is not None:
            stream.write("Exception in threading.excepthook:\n")
        _sys.excepthook(type(error), error, error.__traceback__)


class Timer(Thread):
    """A thread that waits and then calls a function, unless it was cancelled."""

    def __init__(self, interval, function, args=None, kwargs=None):
        super().__init__()
        self.interval = interval
        self.function = function
        self.args = [] if args is None else args
        self.kwargs = {} if kwargs is None else kwargs
        self.finished = Event()

    def cancel(self):
        """Keeps the function from being called if it was not yet."""
        self.finished.set()

    def run(self):
        self.finished.wait(self.interval)
        if not self.finished.is_set():
            self.function(*self.args, **self.kwargs)
        self.finished.set()


class _MainThread(Thread):
    """The thread the interpreter began with."""

    def __init__(self):
        super().__init__(name="MainThread", daemon=False)
        self._adopt_running_thread()

    def _adopt_running_thread(self):
        self._ident = get_ident()
        self._native_id = get_native_id()
        self._started.set()
        _active[self._ident] = self


class _DummyThread(_MainThread):
    """A thread that this module has not started, as far as it can be told about."""

    def __init__(self):
        Thread.__init__(self, name=_newname("Dummy-%d"), daemon=True)
        self._adopt_running_thread()

    def join(self, timeout=None):
        assert False, "cannot join a dummy thread"


def current_thread():
    """The thread that asks."""
    thread = _active.get(get_ident())
    return _DummyThread() if thread is None else thread


def currentThread():
    """The old name of current_thread."""
    _warn_of_old_name("currentThread", "use current_thread()")
    return current_thread()


def main_thread():
    """The thread the interpreter began with."""
    return _main_thread


def enumerate():
    """The threads that are alive."""
    threads = list(_active.values())
    return threads + [thread for thread in list(_limbo) if thread not in threads]


def active_count():
    """The number of threads that are alive."""
    return len(enumerate())


def activeCount():
    """The old name of active_count."""
    _warn_of_old_name("activeCount", "use active_count()")
    return active_count()


def _no_hooks(function):
    if function is not None:
        raise NotImplementedError("threading: functions that trace or profile are not called")


def settrace(func):
    """Trace functions are not called by this interpreter: refuses all but None."""
    _no_hooks(func)


def setprofile(func):
    """Profile functions are not called by this interpreter: refuses all but None."""
    _no_hooks(func)


def gettrace():
    """The function set by settrace: none."""
    return None


def getprofile():
    """The function set by setprofile: none."""
    return None


# --- The end of the program, and of the parent process

_at_exit = []
_SHUTTING_DOWN = False


def _register_atexit(func, *arg, **kwargs):
    """Has a function called when main has ended, before threads are waited for."""
    if _SHUTTING_DOWN:
        raise RuntimeError("can't register atexit after shutdown")
    _at_exit.append((func, arg, kwargs))


def _shutdown():
    """Called when main has ended: waits for the threads that are no daemons."""
    global _SHUTTING_DOWN
    if _main_thread._is_stopped:
        return
    _main_thread._is_stopped = True
    _SHUTTING_DOWN = True
    while _at_exit:
        function, args, kwargs = _at_exit.pop()
        function(*args, **kwargs)
    while True:
        waiting = [
            thread
            for thread in enumerate()
            if not thread._daemonic and thread._alive_lock is not None
        ]
        if not waiting:
            break
        for thread in waiting:
            thread._started.wait()
            thread.join()


def _after_fork():
    """In the child of a fork: the thread that forked is the only one, and the main one."""
    global _main_thread
    survivor = current_thread()
    for thread in enumerate():
        if thread is not survivor:
            thread._is_stopped = True
            if thread._alive_lock is not None and thread._alive_lock.locked():
                thread._alive_lock.release()
    _limbo.clear()
    _active.clear()
    survivor._ident = get_ident()
    survivor._native_id = get_native_id()
    _active[survivor._ident] = survivor
    _main_thread = survivor


_main_thread = _MainThread()

try:
    from posix import register_at_fork as _register_at_fork
except ImportError:
    pass
else:
    _register_at_fork(after_in_child=_after_fork)
