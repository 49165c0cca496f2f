"""Pools: processes (or threads) that take calls.

The pool's calls go through a pipe that its workers read in turn, what they gave comes back through
another. Three threads of the pool's process serve it: one hands calls in, so that nobody who has
calls waits for the workers; one takes results, and runs callbacks; one replaces workers that have
ended.

A worker may be killed at any moment. The pipes carry whole messages without locks, so others go on.
Each worker has a place in shared memory for the number of the call it works on; when it ends there,
that call fails with ProcessError. If it ends just when it has taken a call and not said so, the
call is found to be lost when nothing is handed in any more and nobody works on it.
"""

import collections
import itertools
import os
import queue
import threading
import time
from _descriptors import READ as _READ, wait_ready as _wait_ready
from _multiprocessing import SharedArray as _SharedArray
from multiprocessing import ProcessError, TimeoutError, get_context, util

__all__ = ['Pool', 'ThreadPool']

_pool_numbers = itertools.count()
_job_numbers = itertools.count()


class RemoteTraceback(Exception):
    """The traceback of an exception, as text: it has come from another process."""

    def __init__(self, tb):
        self.tb = tb

    def __str__(self):
        return self.tb


class ExceptionWithTraceback:
    """Takes an exception and its traceback to another process."""

    _told_by = RemoteTraceback

    def __init__(self, exc, tb):
        import traceback
        text = ''.join(traceback.format_exception(type(exc), exc, tb))
        self.exc = exc
        # The frames stay here.
        self.exc.__traceback__ = None
        self.tb = f'\n"""\n{text}"""'

    def __reduce__(self):
        return _rebuild_exception, (self.exc, self._told_by(self.tb))


def _rebuild_exception(exc, cause):
    exc.__cause__ = cause
    return exc


class MaybeEncodingError(Exception):
    """A result that cannot be pickled."""

    def __init__(self, exc, value):
        self.exc = repr(exc)
        self.value = repr(value)
        super().__init__(self.exc, self.value)

    def __str__(self):
        return f"Error sending result: '{self.value}'. Reason: '{self.exc}'"

    def __repr__(self):
        return f'<{type(self).__name__}: {self}>'


# --- In the workers


def _map_chunk(function, chunk):
    return [function(arguments) for arguments in chunk]


def _starmap_chunk(function, chunk):
    return [function(*arguments) for arguments in chunk]


def _work(inqueue, outqueue, initializer, initargs, most, wraps, calls, place):
    """What a worker does: (number, function, args, kwargs) in, (number, good, value) out.

    What it works on stands in calls[place].
    """
    if wraps:
        # So that it learns of the end of the pool's process.
        inqueue._writer.close()
        outqueue._reader.close()
    if initializer is not None:
        initializer(*initargs)
    done = 0
    while most is None or done < most:
        try:
            task = inqueue.get()
        except (EOFError, OSError):
            break
        if task is None:
            break
        number, function, args, kwargs = task
        calls[place] = number
        try:
            result = True, function(*args, **kwargs)
        except Exception as error:
            if wraps:
                error = ExceptionWithTraceback(error, error.__traceback__)
            result = False, error
        try:
            outqueue.put((number, *result))
        except Exception as error:
            failure = MaybeEncodingError(error, result[1])
            outqueue.put((number, False, failure))
        calls[place] = 0
        task = result = function = args = kwargs = None
        done += 1


# --- Results


class ApplyResult:
    """The result of one call, which may not be there yet."""

    def __init__(self, pool, callback, error_callback):
        self._pool = pool
        self._event = threading.Event()
        self._job = next(_job_numbers)
        self._cache = pool._cache
        self._callback = callback
        self._error_callback = error_callback
        self._cache[self._job] = self

    def ready(self):
        """Whether it is there."""
        return self._event.is_set()

    def successful(self):
        """Whether the call returned."""
        if not self.ready():
            raise ValueError(f'{self!r} not ready')
        return self._success

    def wait(self, timeout=None):
        """Waits until it is there, or so many seconds."""
        self._event.wait(timeout)

    def get(self, timeout=None):
        """What the call returned or raised; TimeoutError after so many seconds."""
        self.wait(timeout)
        if not self.ready():
            raise TimeoutError
        if self._success:
            return self._value
        raise self._value

    def _set(self, part, success, value):
        self._success = success
        self._value = value
        self._finish()

    def _finish(self):
        callback = self._callback if self._success else self._error_callback
        if callback:
            callback(self._value)
        self._event.set()
        self._cache.pop(self._job, None)
        self._pool = None

    __class_getitem__ = classmethod(type(list[int]))


AsyncResult = ApplyResult


class MapResult(ApplyResult):
    """The results of many calls."""

    def __init__(self, pool, chunksize, length, callback, error_callback):
        super().__init__(pool, callback, error_callback)
        self._success = True
        self._value = [None] * length
        self._chunksize = chunksize
        self._missing = -(-length // chunksize) if chunksize else 0
        if not self._missing:
            self._event.set()
            self._cache.pop(self._job, None)

    def _set(self, part, success, value):
        self._missing -= 1
        if success:
            if self._success:
                start = part * self._chunksize
                self._value[start:start + len(value)] = value
        elif self._success:
            self._success = False
            self._value = value
        if not self._missing:
            self._finish()


class IMapIterator:
    """The results of many calls, in their order, as they come."""

    def __init__(self, pool):
        self._pool = pool
        self._cond = threading.Condition(threading.Lock())
        self._job = next(_job_numbers)
        self._cache = pool._cache
        self._items = collections.deque()
        self._index = 0
        self._length = None
        self._early = {}
        self._cache[self._job] = self

    def __iter__(self):
        return self

    def next(self, timeout=None):
        """The next result; TimeoutError after so many seconds."""
        with self._cond:
            if not self._items:
                if self._index == self._length:
                    self._pool = None
                    raise StopIteration
                self._cond.wait_for(lambda: self._items or self._index == self._length, timeout)
                if not self._items:
                    if self._index == self._length:
                        self._pool = None
                        raise StopIteration
                    raise TimeoutError
            success, value = self._items.popleft()
        if success:
            return value
        raise value

    __next__ = next

    def _take(self, part, outcome):
        if part != self._index:
            self._early[part] = outcome
            return
        self._items.append(outcome)
        self._index += 1
        while self._index in self._early:
            self._items.append(self._early.pop(self._index))
            self._index += 1

    def _set(self, part, success, value):
        with self._cond:
            self._take(part, (success, value))
            self._cond.notify()
            if self._index == self._length:
                self._cache.pop(self._job, None)

    def _set_length(self, length):
        with self._cond:
            self._length = length
            if self._index == length:
                self._cond.notify()
                self._cache.pop(self._job, None)


class IMapUnorderedIterator(IMapIterator):
    """The results of many calls as they come."""

    def _take(self, part, outcome):
        self._items.append(outcome)
        self._index += 1


# --- The pool

RUN, CLOSE, TERMINATE = 'RUN', 'CLOSE', 'TERMINATE'


class Pool:
    """A number of processes that take calls."""

    _wraps_exceptions = True

    def __init__(self, processes=None, initializer=None, initargs=(), maxtasksperchild=None,
                 context=None):
        # A pool that failed to begin has nothing to end.
        self._state = CLOSE
        self._pool = []
        self._ctx = context or get_context()
        if processes is None:
            processes = os.cpu_count() or 1
        if processes < 1:
            raise ValueError('Number of processes must be at least 1')
        if maxtasksperchild is not None and (
                not isinstance(maxtasksperchild, int) or maxtasksperchild <= 0):
            raise ValueError('maxtasksperchild must be a positive int or None')
        if initializer is not None and not callable(initializer):
            raise TypeError('initializer must be a callable')
        self._processes = processes
        self._initializer = initializer
        self._initargs = initargs
        self._maxtasksperchild = maxtasksperchild
        self._cache = {}
        # Handed in and not come back: number of the call to (job, part).
        self._outstanding = {}
        self._handed_in = 0
        # Calls that nobody has while a worker may have died with one, and when that was looked for.
        self._missing = None
        self._looked = 0.0
        self._tasks = queue.SimpleQueue()
        self._make_queues()
        try:
            self._add_workers()
        except Exception:
            for worker in self._pool:
                if worker.exitcode is None:
                    worker.terminate()
            for worker in self._pool:
                worker.join()
            raise
        self._state = RUN
        self._threads = [self._start_thread(function)
                         for function in (self._hand_in, self._take_results, self._keep_workers)]
        self._finalizer = util.Finalize(None, self.terminate, exitpriority=15)

    def _start_thread(self, function):
        thread = threading.Thread(target=function, daemon=True)
        thread.start()
        return thread

    def _make_queues(self):
        self._inqueue = self._ctx.SimpleQueue()
        self._outqueue = self._ctx.SimpleQueue()
        self._calls = _SharedArray('q', self._processes)
        # Wakes the thread that looks after the workers.
        self._change_reader, self._change_writer = os.pipe()

    def _make_worker(self, args):
        worker = self._ctx.Process(target=_work, args=args)
        worker.name = worker.name.replace('Process', 'PoolWorker')
        worker.daemon = True
        worker.start()
        return worker

    def _add_workers(self):
        taken = {worker._place for worker in self._pool}
        for place in range(self._processes):
            if place not in taken:
                self._calls[place] = 0
                worker = self._make_worker(
                    (self._inqueue, self._outqueue, self._initializer, self._initargs,
                     self._maxtasksperchild, self._wraps_exceptions, self._calls, place))
                worker._place = place
                self._pool.append(worker)

    def __repr__(self):
        return (f'<{type(self).__module__}.{type(self).__qualname__} state={self._state} '
                f'pool_size={len(self._pool)}>')

    # --- The threads

    def _hand_in(self):
        while True:
            entry = self._tasks.get()
            if entry is None:
                break
            tasks, set_length = entry
            count = 0
            try:
                for task in tasks:
                    if self._state == TERMINATE:
                        break
                    number = self._handed_in + 1
                    self._outstanding[number] = task[:2]
                    try:
                        self._inqueue.put((number, *task[2:]))
                    except Exception as error:
                        # It cannot be pickled.
                        self._set_result(number, False, error)
                    self._handed_in = number
                    count += 1
            except Exception as error:
                # The iterable has failed.
                result = self._cache.get(set_length.__self__._job) if set_length else None
                if result is not None:
                    result._set(count, False, error)
                count += 1
            if set_length:
                set_length(count)
        if self._state == TERMINATE:
            return
        for _ in list(self._pool):
            self._inqueue.put(None)

    def _take_results(self):
        while True:
            try:
                entry = self._outqueue.get()
            except (EOFError, OSError):
                return
            if entry is None:
                return
            try:
                self._set_result(*entry)
            except BaseException:
                # What a callback raises ends what the pool can do with results.
                import traceback
                traceback.print_exc()
            entry = None

    def _set_result(self, number, success, value):
        # Only the first of what comes for a call counts.
        job, part = self._outstanding.pop(number, (None, None))
        result = self._cache.get(job)
        if result is not None:
            result._set(part, success, value)

    def _keep_workers(self):
        while self._state == RUN or self._cache and self._state != TERMINATE:
            watched = [(worker.sentinel, _READ) for worker in self._pool]
            watched.append((self._change_reader, _READ))
            ready = _wait_ready(watched, None if self._missing is None else 0.1)
            if self._missing is not None:
                self._look_for_lost()
            if self._change_reader in ready:
                os.read(self._change_reader, 512)
                if self._state == CLOSE:
                    # Results that are still to come may need other workers.
                    while self._cache and self._state == CLOSE:
                        self._replace_ended()
                        time.sleep(0.02)
                        if self._missing is not None:
                            self._look_for_lost()
                continue
            self._replace_ended()
        self._tasks.put(None)

    def _replace_ended(self):
        ended = [worker for worker in self._pool if worker.exitcode is not None]
        for worker in ended:
            worker.join()
            self._pool.remove(worker)
            if number := self._calls[worker._place]:
                self._report_lost(number, worker.exitcode)
            elif worker.exitcode:
                self._missing = self._missing or set()
            worker.close()
        if ended and self._state != TERMINATE:
            self._add_workers()

    def _report_lost(self, number, exitcode=None):
        # After whatever workers have sent before.
        how = '' if exitcode is None else f' with exit code {exitcode}'
        self._outqueue.put((number, False, ProcessError(
            f'a process of the pool ended{how} while it worked on the call')))

    def _look_for_lost(self):
        # What was missing at the last look, too, has been taken by somebody who has died.
        if time.monotonic() < self._looked + 0.08:
            return
        self._looked = time.monotonic()
        if not self._inqueue.empty():
            self._missing = set()
            return
        working = set(self._calls)
        missing = {number for number in list(self._outstanding)
                   if number <= self._handed_in and number not in working}
        for number in missing & self._missing:
            self._report_lost(number)
        self._missing = missing or None

    def _notify_change(self):
        os.write(self._change_writer, b'.')

    # --- Calls

    def _check_running(self):
        if self._state != RUN:
            raise ValueError('Pool not running')

    def apply(self, func, args=(), kwds={}):
        """The result of func(*args, **kwds)."""
        return self.apply_async(func, args, kwds).get()

    def apply_async(self, func, args=(), kwds={}, callback=None, error_callback=None):
        """apply() that does not wait."""
        self._check_running()
        result = ApplyResult(self, callback, error_callback)
        self._tasks.put(([(result._job, 0, func, args, kwds)], None))
        return result

    def map(self, func, iterable, chunksize=None):
        """The results of func for each element, in their order."""
        return self._map_async(func, iterable, _map_chunk, chunksize).get()

    def starmap(self, func, iterable, chunksize=None):
        """map() whose elements are tuples of arguments."""
        return self._map_async(func, iterable, _starmap_chunk, chunksize).get()

    def map_async(self, func, iterable, chunksize=None, callback=None, error_callback=None):
        """map() that does not wait."""
        return self._map_async(func, iterable, _map_chunk, chunksize, callback, error_callback)

    def starmap_async(self, func, iterable, chunksize=None, callback=None, error_callback=None):
        """starmap() that does not wait."""
        return self._map_async(func, iterable, _starmap_chunk, chunksize, callback,
                               error_callback)

    def _map_async(self, func, iterable, mapper, chunksize=None, callback=None,
                   error_callback=None):
        self._check_running()
        values = iterable if isinstance(iterable, (list, tuple)) else list(iterable)
        count = len(values)
        if chunksize is None:
            chunksize = -(-count // (len(self._pool) * 4)) if count else 0
        result = MapResult(self, chunksize, count, callback, error_callback)
        if count:
            self._tasks.put((
                ((result._job, part, mapper, (func, values[start:start + chunksize]), {})
                 for part, start in enumerate(range(0, count, chunksize))), None))
        return result

    def imap(self, func, iterable, chunksize=1):
        """map() whose results are taken one by one; elements are taken as they are handed in."""
        return self._imap(IMapIterator, func, iterable, chunksize)

    def imap_unordered(self, func, iterable, chunksize=1):
        """imap() whose results come in any order."""
        return self._imap(IMapUnorderedIterator, func, iterable, chunksize)

    def _imap(self, kind, func, iterable, chunksize):
        self._check_running()
        if chunksize < 1:
            raise ValueError(f'Chunksize must be 1+, not {chunksize:n}')
        result = kind(self)
        if chunksize == 1:
            tasks = ((result._job, part, func, (value,), {})
                     for part, value in enumerate(iterable))
        else:
            tasks = ((result._job, part, _map_chunk, (func, chunk), {})
                     for part, chunk in enumerate(_chunks(iterable, chunksize)))
        self._tasks.put((tasks, result._set_length))
        return result if chunksize == 1 else (item for chunk in result for item in chunk)

    # --- The end

    def close(self):
        """Takes no more calls; the workers end when all are done."""
        if self._state == RUN:
            self._state = CLOSE
            self._notify_change()

    def terminate(self):
        """Ends the workers at once."""
        if self._state == TERMINATE:
            return
        self._state = TERMINATE
        self._finalizer.cancel()
        self._tasks.put(None)
        self._end_workers()

    def _end_workers(self):
        self._notify_change()
        self._threads[2].join()
        for worker in self._pool:
            if worker.exitcode is None:
                worker.terminate()
        for worker in self._pool:
            worker.join()
        # Nobody reads what is handed in any more, nor writes results: the threads are told.
        self._inqueue._writer._end()
        self._threads[0].join()
        self._outqueue.put(None)
        self._threads[1].join()

    def join(self):
        """Waits until the workers have ended; after close() or terminate()."""
        if self._state == RUN:
            raise ValueError('Pool is still running')
        if self._state == CLOSE:
            self._threads[2].join()
            self._threads[0].join()
            for worker in self._pool:
                worker.join()
            self._outqueue.put(None)
            self._threads[1].join()
            self._finalizer.cancel()
        for worker in self._pool:
            worker.join()

    def __enter__(self):
        self._check_running()
        return self

    def __exit__(self, exc_type, exc_val, exc_tb):
        self.terminate()

    def __del__(self):
        for fd in (getattr(self, '_change_reader', None), getattr(self, '_change_writer', None)):
            if fd is not None:
                os.close(fd)

    def __reduce__(self):
        raise NotImplementedError('pool objects cannot be passed between processes or pickled')


def _chunks(iterable, size):
    iterator = iter(iterable)
    while chunk := tuple(itertools.islice(iterator, size)):
        yield chunk


class _ThreadQueue:
    # What SimpleQueue is between processes.

    def __init__(self):
        self._queue = queue.SimpleQueue()
        self.get = self._queue.get
        self.put = self._queue.put


class _ThreadWorker(threading.Thread):
    # What a Process is to a pool.

    exitcode = None

    def terminate(self):
        """Threads end by themselves."""


class ThreadPool(Pool):
    """A number of threads that take calls."""

    _wraps_exceptions = False

    def __init__(self, processes=None, initializer=None, initargs=()):
        super().__init__(processes, initializer, initargs)

    def _make_queues(self):
        self._inqueue = _ThreadQueue()
        self._outqueue = _ThreadQueue()
        self._calls = [0] * self._processes
        self._changed = threading.Event()

    def _make_worker(self, args):
        worker = _ThreadWorker(target=_work, args=args, daemon=True)
        worker.start()
        return worker

    def _keep_workers(self):
        while self._state == RUN or self._cache and self._state != TERMINATE:
            self._changed.wait(None if self._state == RUN else 0.02)
        self._tasks.put(None)

    def _notify_change(self):
        self._changed.set()

    def _end_workers(self):
        self._notify_change()
        self._threads[2].join()
        self._threads[0].join()
        # What was handed in and not begun is not done.
        try:
            while True:
                self._inqueue._queue.get_nowait()
        except queue.Empty:
            pass
        for _ in self._pool:
            self._inqueue.put(None)
        self._outqueue.put(None)
        self._threads[1].join()
