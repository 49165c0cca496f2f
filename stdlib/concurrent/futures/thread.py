"""ThreadPoolExecutor: calls run in a number of threads.

Threads are started as work comes and none is idle. Each takes work from one queue until it finds
None there. A worker knows its executor only weakly: one that nobody has any more lets its threads
end when the work is done.
"""

import threading
import weakref
from concurrent.futures import _base
from queue import Empty, SimpleQueue

# The queues of all executors whose threads run, by thread: at the end of the program each is told.
_threads_queues = {}
_is_ending = False
# Held while work is handed in, so that none comes after the end.
_end_lock = threading.Lock()


def _end_of_program():
    global _is_ending
    with _end_lock:
        _is_ending = True
    threads = list(_threads_queues.items())
    for _, queue in threads:
        queue.put(None)
    for thread, _ in threads:
        thread.join()


threading._register_atexit(_end_of_program)


class BrokenThreadPool(_base.BrokenExecutor):
    """The initializer of a thread has failed."""


class _WorkItem:
    """A call and its future."""

    __slots__ = ("future", "fn", "args", "kwargs")

    def __init__(self, future, fn, args, kwargs):
        self.future = future
        self.fn = fn
        self.args = args
        self.kwargs = kwargs

    def run(self):
        future = self.future
        if not future.set_running_or_notify_cancel():
            return
        try:
            result = self.fn(*self.args, **self.kwargs)
        except BaseException as error:
            future.set_exception(error)
            # The error's traceback refers to this frame.
            self = future = None
        else:
            future.set_result(result)


def _work(reference, queue, initializer, initargs):
    """What a thread of the executor does."""
    try:
        if initializer is not None:
            try:
                initializer(*initargs)
            except BaseException:
                _base._log_failure("Exception in initializer:")
                executor = reference()
                if executor is not None:
                    executor._initializer_failed()
                return
        while True:
            try:
                item = queue.get_nowait()
            except Empty:
                item = _wait_for_work(reference, queue)
            if item is not None:
                item.run()
                del item  # a result is not kept while the thread waits
                continue
            executor = reference()
            if _is_ending or executor is None or executor._shutdown:
                if executor is not None:
                    executor._shutdown = True
                queue.put(None)  # the next one
                return
            del executor
    finally:
        _threads_queues.pop(threading.current_thread(), None)


def _wait_for_work(reference, queue):
    executor = reference()
    if executor is not None:
        executor._idle_semaphore.release()
    del executor
    return queue.get()


class ThreadPoolExecutor(_base.Executor):
    """Runs calls in at most `max_workers` threads."""

    _executors_made = 0

    def __init__(self, max_workers=None, thread_name_prefix="", initializer=None, initargs=()):
        if max_workers is None:
            max_workers = min(32, _processors() + 4)
        if max_workers <= 0:
            raise ValueError("max_workers must be greater than 0")
        if initializer is not None and not callable(initializer):
            raise TypeError("initializer must be a callable")
        if not thread_name_prefix:
            thread_name_prefix = f"ThreadPoolExecutor-{ThreadPoolExecutor._executors_made}"
            ThreadPoolExecutor._executors_made += 1
        self._max_workers = max_workers
        self._work_queue = SimpleQueue()
        self._idle_semaphore = threading.Semaphore(0)
        self._threads = set()
        self._broken = False
        self._shutdown = False
        self._shutdown_lock = threading.Lock()
        self._thread_name_prefix = thread_name_prefix
        self._initializer = initializer
        self._initargs = initargs

    def submit(self, fn, /, *args, **kwargs):
        with self._shutdown_lock, _end_lock:
            if self._broken:
                raise BrokenThreadPool(self._broken)
            if self._shutdown:
                raise RuntimeError("cannot schedule new futures after shutdown")
            if _is_ending:
                raise RuntimeError("cannot schedule new futures after interpreter shutdown")
            future = _base.Future()
            self._work_queue.put(_WorkItem(future, fn, args, kwargs))
            self._adjust_thread_count()
            return future

    submit.__doc__ = _base.Executor.submit.__doc__

    def _adjust_thread_count(self):
        """Starts a thread for the work just put unless one is idle."""
        if self._idle_semaphore.acquire(timeout=0):
            return
        count = len(self._threads)
        if count >= self._max_workers:
            return
        queue = self._work_queue
        # When nobody has the executor any more its threads look at the queue once more.
        reference = weakref.ref(self, lambda _, queue=queue: queue.put(None))
        thread = threading.Thread(
            name=f"{self._thread_name_prefix}_{count}",
            target=_work,
            args=(reference, queue, self._initializer, self._initargs),
            daemon=False,
        )
        _threads_queues[thread] = queue
        self._threads.add(thread)
        try:
            thread.start()
        except BaseException:
            del _threads_queues[thread]
            self._threads.discard(thread)
            raise

    def _take_waiting_work(self):
        items = []
        while True:
            try:
                item = self._work_queue.get_nowait()
            except Empty:
                return items
            if item is not None:
                items.append(item)

    def _initializer_failed(self):
        with self._shutdown_lock:
            self._broken = (
                "A thread initializer failed, the thread pool is not usable anymore"
            )
            for item in self._take_waiting_work():
                item.future.set_exception(BrokenThreadPool(self._broken))

    def shutdown(self, wait=True, *, cancel_futures=False):
        with self._shutdown_lock:
            self._shutdown = True
            if cancel_futures:
                for item in self._take_waiting_work():
                    item.future.cancel()
            self._work_queue.put(None)
        if wait:
            for thread in list(self._threads):
                thread.join()

    shutdown.__doc__ = _base.Executor.shutdown.__doc__


def _processors():
    try:
        import os
    except ImportError:
        return 1
    return os.cpu_count() or 1
