"""Groups of greenlets, and pools that let only so many run at a time."""

from queue import Full

from _fiber import GreenletExit, getcurrent

from gevent.event import Event
from gevent.greenlet import Greenlet, joinall
from gevent.lock import DummySemaphore, Semaphore
from gevent.queue import Queue
from gevent.timeout import Timeout

__all__ = ["Group", "Pool", "PoolFull"]


class _Failure:
    """Stands in a result queue for a task that failed."""

    __slots__ = ("exception",)

    def __init__(self, exception):
        self.exception = exception


class IMapUnordered(Greenlet):
    """Runs a function over an iterable and gives the results as they come.

    At most `maxsize` results wait to be taken; without it any number.
    """

    def __init__(self, spawn, function, iterable, maxsize=None):
        super().__init__()
        self._spawn = spawn
        self._mapped = function
        self._iterable = iter(iterable)
        self._results = Queue()
        self._room = DummySemaphore() if maxsize is None else Semaphore(maxsize)
        self._running = 0
        self._all_spawned = False
        self._given = 0

    def _run(self):
        try:
            index = 0
            for arguments in self._iterable:
                self._room.acquire()
                self._running += 1
                task = self._spawn(self._mapped, *arguments)
                task.imap_index = index
                task.rawlink(self._task_ended)
                index += 1
        except BaseException as error:
            self._results.put((index, _Failure(error)))
            if not isinstance(error, Exception):
                raise
        finally:
            self._iterable = self._mapped = self._spawn = None
            self._all_spawned = True
            if self._running == 0:
                self._results.put(StopIteration)

    def _task_ended(self, task):
        self._running -= 1
        result = task.value if task.successful() else _Failure(task.exception)
        self._results.put((task.imap_index, result))
        if self._all_spawned and self._running == 0:
            self._results.put(StopIteration)

    def _next_result(self):
        """The next pair of index and result; StopIteration is raised at the end."""
        pair = self._results.get()
        if pair is StopIteration:
            # Whoever asks again hears it again.
            self._results.put(StopIteration)
            raise StopIteration
        self._room.release()
        return pair

    def __iter__(self):
        return self

    def __next__(self):
        return _result_of(self._next_result()[1])

    next = __next__


class IMap(IMapUnordered):
    """The same, with the results in the order of the iterable."""

    def __init__(self, spawn, function, iterable, maxsize=None):
        super().__init__(spawn, function, iterable, maxsize)
        self._early = {}

    def __next__(self):
        index = self._given
        while index not in self._early:
            early_index, result = self._next_result()
            self._early[early_index] = result
        self._given += 1
        return _result_of(self._early.pop(index))

    next = __next__


def _result_of(result):
    if isinstance(result, _Failure):
        raise result.exception
    return result


def _call_back_with(callback):
    def ended(task):
        if task.successful():
            callback(task.value)
    return ended


class GroupMappingMixin:
    """What can be done over the spawn() of a group."""

    def _apply_async_use_greenlet(self):
        return False

    def _runs_inside(self):
        """Whether the calling greenlet is one of those that would have to end first."""
        return False

    def spawn(self, function, *args, **kwargs):
        """Runs a function in the group."""
        raise NotImplementedError

    def apply(self, func, args=None, kwds=None):
        """Calls a function in the group and waits for its value."""
        args, kwds = args or (), kwds or {}
        if self._runs_inside():
            return func(*args, **kwds)
        return self.spawn(func, *args, **kwds).get()

    def apply_cb(self, func, args=None, kwds=None, callback=None):
        """As apply; callback(value) is called too."""
        result = self.apply(func, args, kwds)
        if callback is not None:
            Greenlet.spawn(callback, result)
        return result

    def apply_async(self, func, args=None, kwds=None, callback=None):
        """Calls a function in the group; a greenlet is returned. callback(value) when it ends."""
        args, kwds = args or (), kwds or {}
        if self._apply_async_use_greenlet():
            # There is no room now: one outside the group waits for it.
            return Greenlet.spawn(self.apply_cb, func, args, kwds, callback)
        task = self.spawn(func, *args, **kwds)
        if callback is not None:
            task.link(_call_back_with(callback))
        return task

    def map(self, func, iterable):
        """The list of func(x) for all x."""
        return list(self.imap(func, iterable))

    def map_cb(self, func, iterable, callback=None):
        """As map; callback(list) is called too."""
        result = self.map(func, iterable)
        if callback is not None:
            callback(result)
        return result

    def map_async(self, func, iterable, callback=None):
        """As map, in a greenlet, which is returned."""
        return Greenlet.spawn(self.map_cb, func, iterable, callback)

    def imap(self, func, *iterables, maxsize=None):
        """An iterator over func(x, …) in the order of the iterables."""
        return IMap.spawn(self.spawn, func, zip(*iterables), maxsize)

    def imap_unordered(self, func, *iterables, maxsize=None):
        """An iterator over func(x, …) in the order in which the calls end."""
        return IMapUnordered.spawn(self.spawn, func, zip(*iterables), maxsize)


class Group(GroupMappingMixin):
    """Greenlets that run; one that has ended leaves by itself."""

    greenlet_class = Greenlet

    def __init__(self, *args):
        assert len(args) <= 1, args
        self.greenlets = set()
        # Those that have been killed and have not yet died.
        self.dying = set()
        self._empty = Event()
        self._empty.set()
        for one in args[0] if args else ():
            self.add(one)

    def __repr__(self):
        return f"<{type(self).__name__} at {id(self):#x} {self.greenlets}>"

    def __len__(self):
        return len(self.greenlets)

    def __contains__(self, item):
        return item in self.greenlets

    def __iter__(self):
        return iter(self.greenlets)

    def add(self, greenlet):
        """Takes in a greenlet."""
        try:
            rawlink = greenlet.rawlink
        except AttributeError:
            pass  # a raw greenlet cannot be followed
        else:
            rawlink(self._discard)
        self.greenlets.add(greenlet)
        self._empty.clear()

    def discard(self, greenlet):
        """Lets a greenlet go; it runs on."""
        self._discard(greenlet)
        try:
            unlink = greenlet.unlink
        except AttributeError:
            return
        unlink(self._discard)

    def _discard(self, greenlet):
        self.greenlets.discard(greenlet)
        self.dying.discard(greenlet)
        if not self.greenlets:
            self._empty.set()

    def start(self, greenlet):
        """Takes in a greenlet and starts it."""
        self.add(greenlet)
        greenlet.start()

    def spawn(self, *args, **kwargs):
        """Runs a function in a new greenlet of the group."""
        greenlet = self.greenlet_class(*args, **kwargs)
        self.start(greenlet)
        return greenlet

    def join(self, timeout=None, raise_error=False):
        """Waits until the group is empty; False when time is up before."""
        greenlets = list(self.greenlets) if raise_error else ()
        result = self._empty.wait(timeout=timeout)
        for greenlet in greenlets:
            if greenlet.exception is not None:
                raise greenlet.exception
        return result

    def kill(self, exception=GreenletExit, block=True, timeout=None):
        """Kills all; waits until they are dead if `block`."""
        limit = Timeout.start_new(timeout)
        try:
            while self.greenlets:
                for greenlet in list(self.greenlets):
                    if greenlet in self.dying:
                        continue
                    kill = getattr(greenlet, "kill", None)
                    if kill is None:
                        greenlet.throw(exception)
                    else:
                        kill(exception, block=False)
                    self.dying.add(greenlet)
                if not block:
                    break
                joinall(list(self.greenlets))
                # What ended is out of the group at the next turn.
                self._empty.wait()
        except Timeout as error:
            if error is not limit:
                raise
        finally:
            limit.cancel()

    def killone(self, greenlet, exception=GreenletExit, block=True, timeout=None):
        """Kills one of the group."""
        if greenlet not in self.dying and greenlet in self.greenlets:
            greenlet.kill(exception, block=False)
            self.dying.add(greenlet)
        if block:
            greenlet.join(timeout)

    def full(self):
        """Whether there is no room: never."""
        return False

    def wait_available(self, timeout=None):
        """Waits until there is room, so not at all."""

    def _runs_inside(self):
        return False


class PoolFull(Full):
    """There is no room in a pool."""


class Pool(Group):
    """A group with room for `size` greenlets; spawn() waits for room."""

    def __init__(self, size=None, greenlet_class=None):
        if size is not None and size < 0:
            raise ValueError(f"size must not be negative: {size!r}")
        super().__init__()
        self.size = size
        if greenlet_class is not None:
            self.greenlet_class = greenlet_class
        self._semaphore = DummySemaphore() if size is None else Semaphore(size)

    def wait_available(self, timeout=None):
        """Waits until there is room; gives how much."""
        return self._semaphore.wait(timeout=timeout)

    def full(self):
        """Whether there is no room."""
        return self.free_count() <= 0

    def free_count(self):
        """For how many there is room."""
        if self.size is None:
            return 1
        return max(0, self.size - len(self))

    def start(self, greenlet, *args, **kwargs):
        """Takes in a greenlet, waiting for room as add() does, and starts it."""
        self.add(greenlet, *args, **kwargs)
        greenlet.start()

    def add(self, greenlet, blocking=True, timeout=None):
        """Takes in a greenlet; waits for room, and raises PoolFull when there is none in time."""
        if not self._semaphore.acquire(blocking=blocking, timeout=timeout):
            raise PoolFull()
        try:
            super().add(greenlet)
        except BaseException:
            self._semaphore.release()
            raise

    def _discard(self, greenlet):
        had = greenlet in self.greenlets
        super()._discard(greenlet)
        if had:
            self._semaphore.release()

    def _apply_async_use_greenlet(self):
        return self.full()

    def _runs_inside(self):
        return getcurrent() in self
