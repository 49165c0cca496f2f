"""concurrent.futures over gevent's threads: gevent.threadpool.ThreadPoolExecutor."""

from concurrent import futures as _futures

from gevent.hub import sleep
from gevent.threadpool import ThreadPool


class _Future(_futures.Future):
    """A future over the AsyncResult of a thread pool."""

    def __init__(self, result):
        super().__init__()
        self._result_in_hub = result
        self.set_running_or_notify_cancel()
        result.rawlink(self._ended)

    def _ended(self, result):
        if result.successful():
            self.set_result(result.value)
        else:
            self.set_exception(result.exception)

    def _wait_in_hub(self, timeout):
        self._result_in_hub.wait(timeout)
        if not self._result_in_hub.ready():
            raise _futures.TimeoutError()
        while not self.done():
            sleep(0)

    def result(self, timeout=None):
        """The value; waits for it."""
        self._wait_in_hub(timeout)
        return super().result(0)

    def exception(self, timeout=None):
        """The exception, or None; waits for the end."""
        self._wait_in_hub(timeout)
        return super().exception(0)


class ThreadPoolExecutor(_futures.ThreadPoolExecutor):
    """concurrent.futures' executor over a gevent ThreadPool: waiting lets greenlets run."""

    def __init__(self, *args, **kwargs):
        super().__init__(*args, **kwargs)
        self._threadpool = ThreadPool(self._max_workers)

    def submit(self, fn, *args, **kwargs):
        """Calls a function in a thread; gives a future."""
        with self._shutdown_lock:
            if self._shutdown:
                raise RuntimeError("cannot schedule new futures after shutdown")
        return _Future(self._threadpool.spawn(fn, *args, **kwargs))

    def shutdown(self, wait=True, **kwargs):
        """Takes no more; waits for what runs if `wait`."""
        super().shutdown(wait, **kwargs)
        if wait:
            self._threadpool.join()
        self._threadpool.kill()

    kill = shutdown
