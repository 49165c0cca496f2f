"""Greenlet: a function that runs in the hub's turns and has a value in the end."""

import sys

from _fiber import (
    GreenletExit,
    call_at as _call_at,
    call_soon as _call_soon,
    cancel as _cancel,
    getcurrent,
    greenlet,
    hub as _hub,
    now as _now,
    resume as _resume,
    start as _start,
)

from gevent.exceptions import InvalidSwitchError
from gevent.hub import get_hub, iwait, own_part, wait, wait_in_hub, Waiter
from gevent.timeout import Timeout, start_limit

__all__ = ["Greenlet", "joinall", "killall"]

_function_type = type(start_limit)
_method_type = type(Timeout().start)

# How long the text of an argument may become in a repr.
_LONGEST_ARGUMENT = 50

# The number that the next greenlet gets which is asked for one.
_next_number = 0

# What is called with each greenlet that starts.
_spawn_callbacks = set()


class SpawnedLink:
    """A link whose function is called on a greenlet of its own, so that it may wait."""

    __slots__ = ("callback",)

    def __init__(self, callback):
        if not callable(callback):
            raise TypeError(f"Expected callable: {callback!r}")
        self.callback = callback

    def _call(self, source):
        try:
            self.callback(source)
        except BaseException:
            get_hub().handle_error((self, source), *sys.exc_info())

    def __call__(self, source):
        greenlet(self._call, get_hub()).switch(source)

    def __hash__(self):
        return hash(self.callback)

    def __eq__(self, other):
        return self.callback == getattr(other, "callback", other)

    def __repr__(self):
        return repr(self.callback)


class SuccessSpawnedLink(SpawnedLink):
    """Is called only if the greenlet has ended well."""

    __slots__ = ()

    def __call__(self, source):
        if source.successful():
            return super().__call__(source)


class FailureSpawnedLink(SpawnedLink):
    """Is called only if the greenlet has failed."""

    __slots__ = ()

    def __call__(self, source):
        if not source.successful():
            return super().__call__(source)


class Greenlet(greenlet):
    """Runs a function in turns with other greenlets, and keeps what it returns or raises."""

    # What most greenlets never have lies in the class.
    _function = None  # what it runs; None for _run of the class, and when it has run
    value = None
    args = ()
    kwargs = {}
    spawning_stack = None
    spawning_stack_limit = 10
    _started = False
    _over = False  # has ended, or will never begin
    _exc_info = None
    _timer = None  # of a delayed start
    _notifier = None
    _name = None
    _number = None
    _info = None
    _spawner = None  # until it has ended: else a chain of dead ones would stay alive
    _tree_locals = None

    def __init__(self, run=None, *args, **kwargs):
        # Making and running one is kept short: programs make them by the thousand. greenlet's own
        # __init__ would do no more than this.
        self.parent = _hub() or get_hub()
        self._spawner = spawner = getcurrent()
        shared = getattr(spawner, "_tree_locals", None)
        if shared is not None:
            self._tree_locals = shared
        if run is not None:
            if not callable(run):
                raise TypeError("The run argument or self._run must be callable")
            self._function = run
        elif not callable(self._run):
            raise TypeError("The run argument or self._run must be callable")
        self._links = []
        if args:
            self.args = args
        if kwargs:
            self.kwargs = kwargs

    def _run(self):
        """What a subclass may define instead of giving a function."""

    # --- What it is called

    @property
    def minimal_ident(self):
        """A number that no other greenlet has."""
        global _next_number
        if self._number is None:
            self._number = _next_number
            _next_number += 1
        return self._number

    @property
    def name(self):
        """A name for people, Greenlet-N unless set."""
        if self._name is None:
            self._name = f"Greenlet-{self.minimal_ident}"
        return self._name

    @name.setter
    def name(self, name):
        self._name = name

    def _formatinfo(self):
        info = self._info
        if info is None:
            function = self._function or self._run
            if isinstance(function, _function_type):
                info = function.__name__
            elif isinstance(function, _method_type) and function.__self__ is self:
                info = function.__name__
            else:
                info = repr(function)
            arguments = [repr(one)[:_LONGEST_ARGUMENT] for one in self.args]
            arguments += [f"{key}={repr(one)[:_LONGEST_ARGUMENT]}"
                          for key, one in self.kwargs.items()]
            if arguments:
                info = f"{info}({', '.join(arguments)})"
            self._info = info
        return info

    def __repr__(self):
        name = ""
        if self._name is not None and self._name != f"Greenlet-{self._number}":
            name = f' "{self._name}"'
        return f"<{type(self).__name__}{name} at {id(self):#x}: {self._formatinfo()}>"

    # --- Who made it

    @property
    def spawning_greenlet(self):
        """Gives the greenlet that made it; None once it has ended."""
        return lambda: self._spawner

    @property
    def spawn_tree_locals(self):
        """A dict that it shares with all that it spawns and they spawn."""
        if self._tree_locals is None:
            shared = getattr(self._spawner, "spawn_tree_locals", None)
            self._tree_locals = {} if shared is None else shared
        return self._tree_locals

    @spawn_tree_locals.setter
    def spawn_tree_locals(self, shared):
        self._tree_locals = shared

    @property
    def loop(self):
        """The event loop it runs in."""
        return self.parent.loop

    # --- How it stands

    def __bool__(self):
        return self._started and not self._over

    @property
    def started(self):
        """Whether it is to run, or runs."""
        return self._started and not self._over

    @property
    def dead(self):
        """Whether it has ended."""
        return self._over

    def ready(self):
        """Whether it has ended, well or not."""
        return self._over

    def successful(self):
        """Whether it has ended well: returned, or been killed."""
        return self._over and self._exc_info is None

    @property
    def exception(self):
        """What it failed with; None while it has not."""
        return None if self._exc_info is None else self._exc_info[1]

    @property
    def exc_info(self):
        """What it failed with: type, value, traceback. None while it has not."""
        return self._exc_info

    # --- Beginning

    def start(self):
        """Lets it run at its turn."""
        if self._started or self._over:
            return
        self._started = True
        if _spawn_callbacks:
            self._tell_spawned()
        _start(self)

    def start_later(self, seconds):
        """Lets it run after some time."""
        if self._started or self._over:
            return
        self._timer = _call_at(_now() + seconds, _start, self)
        self._started = True
        if _spawn_callbacks:
            self._tell_spawned()

    def _tell_spawned(self):
        for callback in _spawn_callbacks:
            callback(self)

    @classmethod
    def spawn(cls, *args, **kwargs):
        """A new one that is started."""
        g = cls(*args, **kwargs)
        g.start()
        return g

    @classmethod
    def spawn_later(cls, seconds, *args, **kwargs):
        """A new one that is started after some time."""
        if cls is Greenlet and not args:
            raise TypeError("missing function")
        g = cls(*args, **kwargs)
        g.start_later(seconds)
        return g

    @staticmethod
    def add_spawn_callback(callback):
        """callback(greenlet) is called for each greenlet that starts."""
        _spawn_callbacks.add(callback)

    @staticmethod
    def remove_spawn_callback(callback):
        """Takes a callback back."""
        _spawn_callbacks.discard(callback)

    def run(self):
        """Runs the function and keeps what comes of it. The hub calls it."""
        if not self._started:
            self._started = True
        function = self._function
        try:
            if function is None:
                value = self._run(*self.args, **self.kwargs)
            elif self.args or self.kwargs:
                value = function(*self.args, **self.kwargs)
            else:
                value = function()
        except BaseException as error:
            self._end_with_error(error)
        else:
            self._over = True
            if value is not None:
                self.value = value
            if self._links:
                self._tell_links()
        self._forget()
        self._spawner = None

    def _forget(self):
        """Lets go of what it runs with: it is not needed any more, and might be large."""
        self._function = None
        if self.args:
            self.args = ()
        if self.kwargs:
            self.kwargs = {}

    # --- End

    def _end_with_value(self, value):
        self._over = True
        self.value = value
        if self._links:
            self._tell_links()

    def _end_with_error(self, error):
        if isinstance(error, GreenletExit):
            self._end_with_value(error)
            return
        self._over = True
        error.__traceback__ = own_part(error.__traceback__)
        self._exc_info = (type(error), error, error.__traceback__)
        if self._links:
            self._tell_links()
        get_hub().handle_error(self, *self._exc_info)

    def _never_begin(self, error):
        """It has not begun and will not: what it would have raised is its end."""
        if self._timer is not None:
            self._timer.cancel()
        _cancel(self)
        if isinstance(error, type):
            error = error()
        self._end_with_error(error)

    def _has_begun(self):
        return greenlet.__bool__(self) or self._over

    def throw(self, *args):
        """Raises an exception in it, at once."""
        if self._has_begun():
            if not self._over:
                greenlet.throw(self, *args)
        else:
            error = args[0] if args else GreenletExit
            if isinstance(error, type) and len(args) > 1:
                value = args[1]
                error = value if isinstance(value, error) else error(value)
            self._never_begin(error)

    def kill(self, exception=GreenletExit, block=True, timeout=None):
        """Raises an exception in it at the next turn; waits until it is dead if `block`."""
        if not self._has_begun():
            self._never_begin(exception)
            return
        if self._over:
            return
        self._forget()
        waiter = Waiter() if block else None
        _call_soon(_kill, self, exception, waiter)
        if waiter is not None:
            waiter.get()
            self.join(timeout)

    # --- Waiting for it

    def get(self, block=True, timeout=None):
        """Its value, or the exception it failed with; waits for it."""
        if not self._over:
            if not block:
                raise Timeout()
            self._wait(timeout, True)
        if self._exc_info is None:
            return self.value
        raise self._exc_info[1]

    def join(self, timeout=None):
        """Waits until it has ended, or for so many seconds."""
        if not self._over:
            self._wait(timeout, False)

    def _wait(self, seconds, raises):
        waiting = getcurrent()
        self._links.append(waiting)
        limit = None if seconds is None else Timeout.start_new(seconds)
        try:
            result = wait_in_hub()
            if result is not self:
                raise InvalidSwitchError(
                    f"Invalid switch into Greenlet.{'get' if raises else 'join'}(): {result!r}"
                )
        except Timeout as error:
            self.unlink(waiting)
            if error is not limit or raises:
                raise
        except BaseException:
            self.unlink(waiting)
            raise
        finally:
            if limit is not None:
                limit.cancel()

    # --- Links

    def _tell_links(self):
        """Lets the links be told at the hub's turn. They are functions and waiting greenlets."""
        links = self._links
        if len(links) == 1 and isinstance(links[0], greenlet):
            # The one who waits takes the turn itself.
            _resume(links.pop(), self)
        elif self._notifier is None:
            self._notifier = _call_soon(self._notify_links)

    def _notify_links(self):
        links = self._links
        while links:
            link = links.pop(0)
            try:
                if isinstance(link, greenlet):
                    link.switch(self)
                else:
                    link(self)
            except BaseException:
                get_hub().handle_error((link, self), *sys.exc_info())
        self._notifier = None

    def rawlink(self, callback):
        """callback(self) is called in the hub when it has ended."""
        if not callable(callback):
            raise TypeError(f"Expected callable: {callback!r}")
        self._links.append(callback)
        if self._over:
            self._tell_links()

    def link(self, callback, SpawnedLink=SpawnedLink):
        """callback(self) is called on a greenlet of its own when it has ended."""
        self.rawlink(SpawnedLink(callback))

    def link_value(self, callback, SpawnedLink=SuccessSpawnedLink):
        """As link, if it ends well."""
        self.link(callback, SpawnedLink=SpawnedLink)

    def link_exception(self, callback, SpawnedLink=FailureSpawnedLink):
        """As link, if it fails."""
        self.link(callback, SpawnedLink=SpawnedLink)

    def unlink(self, callback):
        """Takes a link back."""
        links = self._links
        for index, link in enumerate(links):
            if link == callback:
                del links[index]
                return

    def unlink_all(self):
        """Takes all links back."""
        self._links.clear()

    def has_links(self):
        """Whether anybody is to be told of its end."""
        return bool(self._links)


def _kill(g, exception, waiter):
    # In the hub: the greenlet runs until it waits or ends.
    try:
        g.throw(exception)
    except BaseException:
        get_hub().handle_error(g, *sys.exc_info())
    if waiter is not None:
        waiter.switch(None)


def joinall(greenlets, timeout=None, raise_error=False, count=None):
    """Waits for many to end, and lists those that have, in the order of their ends."""
    if not raise_error:
        return wait(greenlets, timeout=timeout, count=count)
    done = []
    for one in iwait(greenlets, timeout=timeout, count=count):
        if getattr(one, "exception", None) is not None:
            raise one.exception
        done.append(one)
    return done


def _kill_all(greenlets, exception, waiter):
    # In the hub.
    for g in greenlets:
        if not g.dead:
            try:
                g.throw(exception)
            except BaseException:
                get_hub().handle_error(g, *sys.exc_info())
    if waiter is not None:
        waiter.switch(None)


def killall(greenlets, exception=GreenletExit, block=True, timeout=None):
    """Kills many at once; waits until all are dead if `block`, Timeout when that takes too long."""
    living = []
    for g in list(greenlets):
        begun = getattr(g, "_has_begun", None)
        if begun is not None and not begun():
            g._never_begin(exception)
        elif not g.dead:
            if begun is not None:
                g._forget()
            living.append(g)
    if not living:
        return
    if not block:
        _call_soon(_kill_all, living, exception, None)
        return
    limit = start_limit(timeout)
    try:
        waiter = Waiter()
        _call_soon(_kill_all, living, exception, waiter)
        waiter.get()
        joinall(living)
    finally:
        limit.cancel()
