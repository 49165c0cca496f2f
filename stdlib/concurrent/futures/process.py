"""ProcessPoolExecutor: calls run in a number of processes.

Calls go to the workers as pickles through one pipe, a few more than there are workers at a time, so
that those which wait can be cancelled; results come back through another. One thread of the
executor's process does all that, and looks whether a worker has ended that should not have.
"""

import functools
import itertools
import multiprocessing
import os
import pickle
import threading
import weakref
from concurrent.futures import _base
from multiprocessing import connection, pool

_is_ending = False
# The wake-up of each executor's thread, by thread: at the end of the program each is told.
_threads_wakeups = weakref.WeakKeyDictionary()
# Calls handed out beyond one a worker.
_EXTRA_CALLS = 1
# The message that ends a worker.
_END = b'.'


def _end_of_program():
    global _is_ending
    _is_ending = True
    threads = list(_threads_wakeups.items())
    for _, wakeup in threads:
        wakeup.wake()
    for thread, _ in threads:
        thread.join()


threading._register_atexit(_end_of_program)


class BrokenProcessPool(_base.BrokenExecutor):
    """A worker has ended that should not have."""


class _RemoteTraceback(pool.RemoteTraceback):
    pass


class _ExceptionWithTraceback(pool.ExceptionWithTraceback):
    _told_by = _RemoteTraceback

    def __init__(self, exc):
        super().__init__(exc, exc.__traceback__)


class _Wakeup:
    # Ends the wait of the executor's thread.

    def __init__(self):
        self._lock = threading.Lock()
        self.reader, self._writer = os.pipe()
        self._closed = False

    def wake(self):
        with self._lock:
            if not self._closed:
                os.write(self._writer, b'.')

    def clear(self):
        os.read(self.reader, 4096)

    def close(self):
        with self._lock:
            if not self._closed:
                self._closed = True
                os.close(self.reader)
                os.close(self._writer)


class _WorkItem:
    __slots__ = ('future', 'fn', 'args', 'kwargs')

    def __init__(self, future, fn, args, kwargs):
        self.future = future
        self.fn = fn
        self.args = args
        self.kwargs = kwargs


def _work(calls, results, initializer, initargs, most):
    """What a worker does: so many calls, or all there are.

    With the result of its last one it says its number.
    """
    # So that it learns of the end of the executor's process.
    calls.writer.close()
    results._reader.close()
    if initializer is not None:
        try:
            initializer(*initargs)
        except BaseException:
            _base._log_failure('Exception in initializer:')
            return
    done = 0
    while most is None or done < most:
        try:
            data = calls.reader.recv_bytes()
        except (EOFError, OSError):
            return
        if data == _END:
            return
        number = int.from_bytes(data[:8], 'big')
        done += 1
        leaver = os.getpid() if done == most else None
        try:
            fn, args, kwargs = pickle.loads(memoryview(data)[8:])
            outcome = number, None, fn(*args, **kwargs), leaver
        except BaseException as error:
            outcome = number, _ExceptionWithTraceback(error), None, leaver
        try:
            results.put(outcome)
        except BaseException as error:
            results.put((number, _ExceptionWithTraceback(error), None, leaver))
        fn = args = kwargs = outcome = data = None


class _CallQueue:
    # A pipe of bytes that workers read in turn.

    def __init__(self):
        self.reader, self.writer = connection.message_pipe()

    def close(self):
        self.reader.close()
        self.writer.close()


class _Manager(threading.Thread):
    """What serves the executor; knows it only weakly."""

    def __init__(self, executor):
        super().__init__(name='ExecutorManagerThread')
        self.wakeup = executor._wakeup
        self.executor = weakref.ref(executor, lambda _, wakeup=self.wakeup: wakeup.wake())
        self.lock = executor._shutdown_lock
        self.processes = executor._processes
        self.add_workers = executor._add_workers
        self.calls = executor._calls
        self.results = executor._results
        self.pending = executor._pending_work_items
        self.waiting = executor._work_ids
        self.handed_out = 0
        self.unsent = None

    def run(self):
        while True:
            self.hand_out()
            if self.is_over() and not self.pending:
                self.end_workers()
                return
            try:
                self.add_workers()
                broken = self.wait()
            except OSError:
                # There is no process to be had.
                broken = True
            if broken:
                self.give_up()
                return

    def hand_out(self):
        """Gives calls to the workers, as many as they should have.

        Never waits: workers may wait meanwhile until their results are taken.
        """
        if self.unsent is not None and not self.send_unsent():
            return
        while self.waiting and self.handed_out < len(self.processes) + _EXTRA_CALLS:
            try:
                number = self.waiting.popleft()
            except IndexError:
                return
            item = self.pending[number]
            if not item.future.set_running_or_notify_cancel():
                del self.pending[number]
                continue
            try:
                data = pickle.dumps((item.fn, item.args, item.kwargs))
            except BaseException as error:
                del self.pending[number]
                item.future.set_exception(error)
                continue
            self.handed_out += 1
            self.unsent = number.to_bytes(8, 'big') + data
            if not self.send_unsent():
                return

    def send_unsent(self):
        """Whether there was room; if not, there is when a result has come."""
        if not self.calls.writer._send_if_room(self.unsent):
            return False
        self.unsent = None
        return True

    def wait(self):
        """Waits for results, wake-ups and ended workers; whether one of these has ended."""
        reader = self.results._reader
        sentinels = [process.sentinel for process in self.processes.values()]
        ready = connection.wait([reader, self.wakeup.reader, *sentinels])
        if self.wakeup.reader in ready:
            self.wakeup.clear()
        # Who has ended may have given a result just before.
        if reader in ready or reader.poll():
            try:
                number, failure, value, leaver = self.results.get()
            except BaseException as error:
                self.cause = error
                return True
            self.handed_out -= 1
            if leaver is not None:
                self.processes.pop(leaver).join()
            item = self.pending.pop(number, None)
            if item is not None:
                if failure is not None:
                    item.future.set_exception(failure)
                else:
                    item.future.set_result(value)
            return False
        return any(sentinel in ready for sentinel in sentinels)

    def is_over(self):
        executor = self.executor()
        if executor is None or _is_ending or executor._shutdown_thread:
            if executor is not None:
                executor._shutdown_thread = True
                if executor._cancel_pending:
                    executor._cancel_pending = False
                    self.cancel_waiting()
            return True
        return False

    def cancel_waiting(self):
        while self.waiting:
            item = self.pending.pop(self.waiting.popleft())
            item.future.cancel()
            item.future.set_running_or_notify_cancel()

    def give_up(self):
        """A worker has ended: nothing of what is there will be done."""
        with self.lock:
            executor = self.executor()
            if executor is not None:
                executor._broken = ('A child process terminated abruptly, the process pool is not '
                                    'usable anymore')
                executor._shutdown_thread = True
                executor = None
            self.waiting.clear()
            items = list(self.pending.values())
            self.pending.clear()
        for item in items:
            try:
                item.future.set_exception(BrokenProcessPool(
                    'A process in the process pool was terminated abruptly while the future was '
                    'running or pending.'))
            except _base.InvalidStateError:
                pass
        for process in self.processes.values():
            process.terminate()
        self.finish()

    def end_workers(self):
        with self.lock:
            executor = self.executor()
            if executor is not None:
                executor._shutdown_thread = True
                executor = None
        for _ in self.processes:
            self.calls.writer.send_bytes(_END)
        self.finish()

    def finish(self):
        for process in self.processes.values():
            process.join()
        self.calls.close()
        self.results.close()
        self.wakeup.close()


def _add_workers(processes, count, process_class, args):
    while len(processes) < count:
        process = process_class(target=_work, args=args)
        process.start()
        processes[process.pid] = process


def _chunks(size, *iterables):
    rows = zip(*iterables)
    while chunk := tuple(itertools.islice(rows, size)):
        yield chunk


def _process_chunk(fn, chunk):
    return [fn(*args) for args in chunk]


def _items_of(lists):
    for each in lists:
        each.reverse()
        while each:
            yield each.pop()


class ProcessPoolExecutor(_base.Executor):
    """Runs calls in up to max_workers processes."""

    def __init__(self, max_workers=None, mp_context=None, initializer=None, initargs=(), *,
                 max_tasks_per_child=None):
        if max_workers is None:
            max_workers = os.cpu_count() or 1
        elif max_workers <= 0:
            raise ValueError('max_workers must be greater than 0')
        if mp_context is None:
            method = None if max_tasks_per_child is None else 'spawn'
            mp_context = multiprocessing.get_context(method)
        if initializer is not None and not callable(initializer):
            raise TypeError('initializer must be a callable')
        if max_tasks_per_child is not None:
            if not isinstance(max_tasks_per_child, int):
                raise TypeError('max_tasks_per_child must be an integer')
            if max_tasks_per_child <= 0:
                raise ValueError('max_tasks_per_child must be >= 1')
            if mp_context.get_start_method(allow_none=False) == 'fork':
                raise ValueError("max_tasks_per_child is incompatible with the 'fork' "
                                 "multiprocessing start method; supply a different mp_context.")
        import collections
        self._max_workers = max_workers
        self._manager = None
        self._processes = {}
        self._shutdown_thread = False
        self._shutdown_lock = threading.Lock()
        self._broken = False
        self._queue_count = 0
        self._pending_work_items = {}
        self._work_ids = collections.deque()
        self._cancel_pending = False
        self._wakeup = _Wakeup()
        self._calls = _CallQueue()
        self._results = mp_context.SimpleQueue()
        self._add_workers = functools.partial(
            _add_workers, self._processes, max_workers, mp_context.Process,
            (self._calls, self._results, initializer, initargs, max_tasks_per_child))

    def _start(self):
        self._add_workers()
        self._manager = _Manager(self)
        _threads_wakeups[self._manager] = self._wakeup
        self._manager.start()

    def submit(self, fn, /, *args, **kwargs):
        with self._shutdown_lock:
            if self._broken:
                raise BrokenProcessPool(self._broken)
            if self._shutdown_thread:
                raise RuntimeError('cannot schedule new futures after shutdown')
            if _is_ending:
                raise RuntimeError('cannot schedule new futures after interpreter shutdown')
            future = _base.Future()
            number = self._queue_count
            self._queue_count += 1
            self._pending_work_items[number] = _WorkItem(future, fn, args, kwargs)
            self._work_ids.append(number)
            if self._manager is None:
                self._start()
            self._wakeup.wake()
            return future

    submit.__doc__ = _base.Executor.submit.__doc__

    def map(self, fn, *iterables, timeout=None, chunksize=1):
        """The results of fn over the iterables, in order; `chunksize` calls go together."""
        if chunksize < 1:
            raise ValueError('chunksize must be >= 1.')
        results = super().map(functools.partial(_process_chunk, fn),
                              _chunks(chunksize, *iterables), timeout=timeout)
        return _items_of(results)

    def shutdown(self, wait=True, *, cancel_futures=False):
        with self._shutdown_lock:
            self._cancel_pending = cancel_futures
            self._shutdown_thread = True
            manager, wakeup = self._manager, self._wakeup
            if manager is not None:
                wakeup.wake()
            else:
                wakeup.close()
        if manager is not None and wait:
            manager.join()

    shutdown.__doc__ = _base.Executor.shutdown.__doc__
