"""The hub of a thread: who runs when nobody is told to, and how greenlets wait.

The machine's hub does the work: its ready queue is the list of callbacks that gevent's users know, in
the same order, and its timers are the loop's. Hub and Loop here are the face of it that programs use.

A function that is to run "in the hub" (a link, a timer's function) runs as a callback: a short fiber of
the ready queue. It may switch to any greenlet; it goes on as the next one when that greenlet waits.
"""

import sys

from _fiber import (
    DeadlockError,
    GreenletExit,
    call_at as _call_at,
    call_soon as _call_soon,
    getcurrent,
    greenlet,
    hub as _thread_hub,
    is_callback as _is_callback,
    now as _now,
    pause as _pause,
    ready_count as _ready_count,
    set_hub as _set_hub,
    sleep,
    timer_count as _timer_count,
)

from gevent.exceptions import (
    BlockingSwitchOutError,
    ConcurrentObjectUseError,
    HubDestroyed,
    InvalidSwitchError,
    LoopExit,
)

__all__ = [
    "getcurrent",
    "GreenletExit",
    "spawn_raw",
    "sleep",
    "kill",
    "signal",
    "reinit",
    "get_hub",
    "Hub",
    "Waiter",
]


def wait_in_hub():
    """The running greenlet waits until somebody switches to it; gives what it is switched to with."""
    # The hub has to be there before the wait: it is what tells of one that cannot end.
    hub = _thread_hub() or get_hub()
    try:
        return _pause()
    except DeadlockError:
        pass
    raise LoopExit("This operation would block forever", hub, [])


class Callback:
    """A function that is to be called in the hub, once."""

    __slots__ = ("callback", "args")

    def __init__(self, callback, args):
        self.callback = callback
        self.args = args

    def run(self):
        callback, args = self.callback, self.args
        if callback is None:
            return
        self.callback = None
        try:
            callback(*args)
        except BaseException:
            get_hub().handle_error(self, *sys.exc_info())
        self.args = None

    def stop(self):
        """It will not be called."""
        self.callback = None
        self.args = None

    close = stop

    @property
    def pending(self):
        """Whether it has still to be called."""
        return self.callback is not None

    def __bool__(self):
        # Until it has returned, that is: args go last.
        return self.args is not None

    def __repr__(self):
        parts = [f"<callback at {id(self):#x}"]
        if self.callback is not None:
            parts.append(f"pending callback={self.callback!r}")
        if self.args is not None:
            parts.append(f"args={self.args!r}")
        elif self.callback is None:
            parts.append("stopped")
        return " ".join(parts) + ">"


class Timer:
    """Calls a function in the hub after some time, and again every `repeat` seconds if that is set."""

    def __init__(self, after, repeat):
        if repeat < 0:
            raise ValueError(f"repeat must be positive or zero: {repeat!r}")
        self.after = after
        self.repeat = repeat
        self.callback = None
        self.args = None
        self._handle = None

    def start(self, callback, *args, update=None):
        """Begins to wait."""
        if not callable(callback):
            raise TypeError(f"Expected callable, not {callback!r}")
        self.callback = callback
        self.args = args
        if self._handle is not None:
            self._handle.cancel()
        self._handle = _call_at(_now() + self.after, self._fire)

    def again(self, callback, *args, update=None):
        """Begins to wait for `repeat` seconds."""
        self.stop()
        self.callback = callback
        self.args = args
        self._handle = _call_at(_now() + self.repeat, self._fire)

    def _fire(self):
        if self.repeat:
            self._handle = _call_at(_now() + self.repeat, self._fire)
        else:
            self._handle = None
        try:
            self.callback(*self.args)
        except BaseException:
            get_hub().handle_error(self, *sys.exc_info())
        if self._handle is None:
            self.callback = self.args = None

    def stop(self):
        """Ends waiting; the function is forgotten."""
        if self._handle is not None:
            self._handle.cancel()
            self._handle = None
        self.callback = None
        self.args = None

    close = stop

    @property
    def active(self):
        """Whether it waits."""
        return self._handle is not None

    pending = False
    ref = True

    def __enter__(self):
        return self

    def __exit__(self, *exception):
        self.close()

    def __repr__(self):
        parts = [f"<timer at {id(self):#x}"]
        if self._handle is not None:
            parts.append("active")
        if self.callback is not None:
            parts.append(f"callback={self.callback!r}")
        if self.args is not None:
            parts.append(f"args={self.args!r}")
        return " ".join(parts) + ">"


class Loop:
    """The event loop of a hub, as far as programs use it directly."""

    default = True
    approx_timer_resolution = 0.00001
    MAXPRI = 2
    MINPRI = -2

    def run_callback(self, func, *args):
        """Calls func(*args) in the hub, after what is ready now."""
        callback = Callback(func, args)
        _call_soon(callback.run)
        return callback

    def run_callback_threadsafe(self, func, *args):
        """As run_callback, for other threads too."""
        return self.run_callback(func, *args)

    def timer(self, after, repeat=0.0, ref=True, priority=None):
        """A Timer, not started."""
        return Timer(after, repeat)

    def now(self):
        """The loop's time in seconds."""
        return _now()

    def update_now(self):
        """The time is always of now; there for programs that ask."""

    update = update_now

    def __getattr__(self, name):
        if name in ("io", "async_", "child", "stat", "signal", "idle", "prepare", "check", "fork"):
            raise NotImplementedError(f"hub.loop.{name} is not supported")
        raise AttributeError(f"'loop' object has no attribute {name!r}")

    def __repr__(self):
        return f"<loop at {id(self):#x} epoll default pending={_ready_count()}>"


class Hub(greenlet):
    """The greenlet that stands for a thread's hub: switching to it means waiting."""

    SYSTEM_ERROR = (KeyboardInterrupt, SystemExit, SystemError)
    NOT_ERROR = (GreenletExit, SystemExit)
    threadpool_size = 10
    name = ""
    periodic_monitoring_thread = None
    _exception_stream = None
    _threadpool = None

    def __init__(self, loop=None, default=None):
        super().__init__(None, None)
        self.loop = Loop()
        self.thread_ident = id(self.parent)

    def run(self, *ended):
        """Whoever is ready goes on. An exception that ends a raw greenlet here is reported."""
        while True:
            try:
                _pause()
            except HubDestroyed:
                return
            except BaseException:
                self.handle_error("<callback>", *sys.exc_info())

    def switch(self, *args):
        """The running greenlet waits until somebody switches to it."""
        return wait_in_hub()

    def switch_out(self):
        """The hub itself waits for nobody: called when a callback tries to."""
        raise BlockingSwitchOutError(
            "Impossible to call blocking function in the event loop callback"
        )

    def wait(self, watcher):
        """Waits until a watcher (a timer, say) calls back."""
        waiter = Waiter(self)
        watcher.start(waiter.switch, waiter)
        try:
            result = waiter.get()
            if result is not waiter:
                raise InvalidSwitchError(f"Invalid switch into {getcurrent()!r}: got {result!r} "
                                         f"(expected {waiter!r}; waiting on {self!r} with {watcher!r})")
        finally:
            watcher.stop()

    def join(self, timeout=None):
        """Waits until nothing is left that could run; False when that took too long."""
        assert getcurrent() is self.parent, "only possible from the MAIN greenlet"
        return run_until_idle(timeout)

    def destroy(self, destroy_loop=None):
        """Gives the hub up; the next get_hub() makes a new one."""
        if _thread_hub() is self:
            _set_hub(None)

    def handle_error(self, context, type, value, tb):
        """Reports an exception nobody waits for. KeyboardInterrupt and SystemExit go to main."""
        if isinstance(value, str):
            value = type(value)
        if not issubclass(type, self.NOT_ERROR):
            self.print_exception(context, type, value, tb)
        if context is None or issubclass(type, self.SYSTEM_ERROR):
            self.handle_system_error(type, value, tb)

    def handle_system_error(self, type, value, tb=None):
        """Raises an exception in the main greenlet, at once."""
        current = getcurrent()
        if current is self or current is self.parent:
            self.parent.throw(type, value, tb)
        else:
            back = self.loop.run_callback(current.switch)
            self.parent.throw(type, value, tb)
            back.stop()

    def print_exception(self, context, t, v, tb):
        """Prints an exception with its traceback, then what it happened to."""
        stream = self.exception_stream
        if stream is None:
            return
        if tb is not None:
            tb = own_part(tb)
        if stream is sys.stderr:
            sys.__excepthook__(t, v, tb)
        else:
            import traceback

            traceback.print_exception(t, v, tb, file=stream)
        if context is None:
            return
        if not isinstance(context, str):
            try:
                context = repr(context)
            except Exception:
                context = f"<{type(context).__name__} whose repr failed>"
        import time

        date = time.strftime("%Y-%m-%dT%H:%M:%SZ", time.gmtime())
        stream.write(f"{date} {context} failed with {getattr(t, '__name__', 'exception')}\n\n")

    @property
    def exception_stream(self):
        """Where lost exceptions are written: sys.stderr unless set."""
        return self._exception_stream or sys.stderr

    @exception_stream.setter
    def exception_stream(self, stream):
        self._exception_stream = stream

    @property
    def threadpool(self):
        """The hub's pool of threads."""
        if self._threadpool is None:
            from gevent.threadpool import ThreadPool

            self._threadpool = ThreadPool(self.threadpool_size, hub=self)
        return self._threadpool

    @threadpool.setter
    def threadpool(self, pool):
        self._threadpool = pool

    @property
    def main_hub(self):
        """Whether it is the hub of the main thread."""
        return self is _main_hub

    @property
    def backend(self):
        """How the loop waits."""
        return "epoll"

    def __repr__(self):
        pool = "" if self._threadpool is None else f" threadpool={self._threadpool!r}"
        return (f"<{type(self).__name__} {self.name!r} at {id(self):#x} epoll default pending=0 ref=-1"
                f"{pool} thread_ident={self.thread_ident:#x}>")


def own_part(tb):
    """A traceback without gevent's frames at its beginning."""
    first = tb
    while first is not None and first.tb_frame.f_globals.get("__name__", "").startswith("gevent."):
        first = first.tb_next
    return tb if first is None else first


# The hub of the thread that asked first.
_main_hub = None


def get_hub(*args, **kwargs):
    """The hub of the calling thread; it is made when it is asked for first."""
    hub = _thread_hub()
    return _make_hub() if hub is None else hub


def _make_hub():
    global _main_hub
    main = getcurrent()
    while main.parent is not None:
        main = main.parent
    hub = Hub()
    hub.parent = main
    set_hub(hub)
    if _main_hub is None:
        _main_hub = hub
    return hub


def get_loop():
    """The event loop of the calling thread's hub."""
    return get_hub().loop


def set_hub(hub):
    """Makes `hub` the calling thread's."""
    _set_hub(hub)


def reinit(hub=None):
    """To be called after a fork; the machine has done what there is to do."""


# Greenlets in idle(): they do not count as work for one another.
_idlers = 0


def idle(priority=0):
    """Waits until no other greenlet is ready to run."""
    global _idlers
    _idlers += 1
    try:
        sleep(0)
        while _ready_count() >= _idlers:
            sleep(0)
    finally:
        _idlers -= 1


def run_until_idle(timeout=None):
    """Lets everything else run. True once nothing is left, False after `timeout` seconds."""
    if timeout is None:
        try:
            _pause()
        except DeadlockError:
            pass
        return True
    # What is left is looked at now and then; this sleep is not part of it.
    deadline = _now() + timeout
    pause = 0.0005
    while True:
        rest = deadline - _now()
        if rest <= 0:
            return False
        pause = min(pause * 2, 0.01)
        sleep(min(rest, pause))
        if _ready_count() == 0 and _timer_count() == 0:
            return True


def spawn_raw(function, *args, **kwargs):
    """Runs a function on a plain greenlet, in its turn. The greenlet is returned."""
    if not callable(function):
        raise TypeError("function must be callable")
    hub = get_hub()

    def run(*args):
        try:
            function(*args, **kwargs)
        except GreenletExit:
            pass
        except BaseException:
            hub.handle_error(callback, *sys.exc_info())

    g = greenlet(run, hub)
    callback = hub.loop.run_callback(g.switch, *args)
    return g


def kill(greenlet, exception=GreenletExit):
    """Raises an exception in a greenlet at the next turn, without waiting for it."""
    if not greenlet.dead:
        kill_self = getattr(greenlet, "kill", None)
        if kill_self is not None:
            kill_self(exception=exception, block=False)
        else:
            get_hub().loop.run_callback(greenlet.throw, exception)


class Waiter:
    """One wait of one greenlet: get() waits until the hub calls switch() or throw().

    Either may come first; get() then returns, or raises, at once.
    """

    __slots__ = ("hub", "greenlet", "value", "_exception")

    def __init__(self, hub=None):
        self.hub = get_hub() if hub is None else hub
        self.clear()

    def clear(self):
        """As new."""
        self.greenlet = None
        self.value = None
        self._exception = _unset

    def ready(self):
        """Whether switch() or throw() has come before anybody waits."""
        return self._exception is not _unset

    def successful(self):
        """Whether it was switch() that came."""
        return self._exception is None

    @property
    def exc_info(self):
        """What throw() was called with; None if it was not."""
        return None if self._exception is _unset else self._exception

    def switch(self, value):
        """The one who waits goes on with `value`."""
        greenlet = self.greenlet
        if greenlet is None:
            self.value = value
            self._exception = None
            return
        if not _is_callback():
            raise AssertionError("Can only use Waiter.switch method from the Hub greenlet")
        try:
            greenlet.switch(value)
        except BaseException:
            self.hub.handle_error(greenlet.switch, *sys.exc_info())

    def switch_args(self, *args):
        """As switch, with a tuple."""
        return self.switch(args)

    def throw(self, *throw_args):
        """The one who waits gets an exception."""
        greenlet = self.greenlet
        if greenlet is None:
            self._exception = throw_args
            return
        if not _is_callback():
            raise AssertionError("Can only use Waiter.switch method from the Hub greenlet")
        try:
            greenlet.throw(*throw_args)
        except BaseException:
            self.hub.handle_error(greenlet.throw, *sys.exc_info())

    def get(self):
        """Waits; gives the value, or raises."""
        exception = self._exception
        if exception is not _unset:
            if exception is None:
                return self.value
            getcurrent().throw(*exception)
        if self.greenlet is not None:
            raise ConcurrentObjectUseError(f"This Waiter is already used by {self.greenlet!r}")
        self.greenlet = getcurrent()
        try:
            return wait_in_hub()
        finally:
            self.greenlet = None

    def __call__(self, source):
        # As a link.
        if source.exception is None:
            self.switch(source.value)
        else:
            self.throw(source.exception)

    def __str__(self):
        state = "" if self._exception is _unset else f" value={self.value!r}"
        return f"<{type(self).__name__} greenlet={self.greenlet}{state}>"


_unset = object()


class WaitIterator:
    """Gives objects as they become ready, each as often as it was given."""

    def __init__(self, objects, timeout, count):
        self._count = len(objects) if count is None else min(count, len(objects))
        self._objects = objects
        self._timeout = timeout
        self._timer = None
        self._ready = []
        self._next = 0
        self._waiter = None
        self._begun = False

    def _begin(self):
        self._begun = True
        for one in self._objects:
            one.rawlink(self._arrived)
        if self._timeout is not None:
            self._timer = _call_at(_now() + self._timeout, self._time_is_up)

    def _arrived(self, source):
        self._ready.append(source)
        self._wake()

    def _time_is_up(self):
        self._ready.append(_unset)
        self._wake()

    def _wake(self):
        waiter = self._waiter
        if waiter is not None:
            self._waiter = None
            waiter.switch(None)

    def _end(self):
        if self._timer is not None:
            self._timer.cancel()
            self._timer = None
        objects, self._objects = self._objects, ()
        for one in objects:
            unlink = getattr(one, "unlink", None)
            if unlink is not None:
                try:
                    unlink(self._arrived)
                except BaseException:
                    get_hub().handle_error((one, self), *sys.exc_info())

    def __iter__(self):
        return self

    def __next__(self):
        if not self._begun:
            self._begin()
        if self._count == 0:
            self._end()
            raise StopIteration
        self._count -= 1
        try:
            while self._next == len(self._ready):
                self._waiter = waiter = Waiter()
                waiter.get()
            item = self._ready[self._next]
            self._next += 1
        except BaseException:
            self._end()
            raise
        if item is _unset:
            self._count = 0
            self._end()
            raise StopIteration
        return item

    next = __next__

    def __enter__(self):
        return self

    def __exit__(self, *exception):
        self._end()


def iwait(objects, timeout=None, count=None):
    """An iterator over objects as they become ready; it ends after `timeout` seconds."""
    if objects is None:
        return [run_until_idle(timeout)]
    return WaitIterator(objects, timeout, count)


def wait(objects=None, timeout=None, count=None):
    """Waits until objects are ready and lists them; without objects until nothing is left to run."""
    if objects is None:
        return get_hub().join(timeout=timeout)
    return list(iwait(objects, timeout, count))


class signal:
    """Calls a function in a greenlet when a signal arrives."""

    def __init__(self, signalnum, handler, *args, **kwargs):
        if not callable(handler):
            raise TypeError("signal handler must be callable.")
        import signal as signals

        get_hub()  # the handler's greenlet is started from one of its callbacks
        self._signals = signals
        self.signalnum = signalnum
        self.handler = handler
        self.args = args
        self.kwargs = kwargs
        self._before = signals.signal(signalnum, self._arrived)

    def _arrived(self, number, frame):
        _call_soon(self.handle)

    def cancel(self):
        """The signal does what it did before."""
        self._signals.signal(self.signalnum, self._before)

    def handle(self):
        """What the signal does: the handler runs on a greenlet of its own."""
        from gevent.greenlet import Greenlet

        Greenlet.spawn(self.handler, *self.args, **self.kwargs)
