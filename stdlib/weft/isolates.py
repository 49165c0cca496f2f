"""Executors over isolates: calls run on several processors inside one process.

Each worker is an interpreter of its own, with its own lock, on an OS thread of its own. Nothing is
shared: functions go by their qualified names, arguments and results as pickles. What a call prints
goes to the process's standard output.
"""

import os
import pickle
import sys
import threading
from concurrent.futures import _base
from queue import SimpleQueue

__all__ = ['Executor', 'BrokenIsolates']

_executors = set()


def _end_of_program():
    for executor in list(_executors):
        executor.shutdown()


threading._register_atexit(_end_of_program)


class BrokenIsolates(_base.BrokenExecutor):
    """A worker has ended that should not have."""


# --- In the workers


def _serve(incoming, outgoing, main_path):
    """What a worker does: (function, args, kwargs) in, (exception, value) out."""
    from _multiprocessing import receive, send
    from concurrent.futures.process import _ExceptionWithTraceback
    if main_path is not None:
        _load_main(main_path)
    while True:
        try:
            data = receive(incoming)
        except (EOFError, OSError):
            break
        try:
            function, args, kwargs = pickle.loads(data)
            answer = pickle.dumps((None, function(*args, **kwargs)))
        except BaseException as error:
            try:
                answer = pickle.dumps((_ExceptionWithTraceback(error), None))
            except Exception as unpicklable:
                answer = pickle.dumps((RuntimeError(repr(unpicklable)), None))
        for stream in (sys.stdout, sys.stderr):
            stream.flush()
        send(outgoing, answer)
    os.close(incoming)
    os.close(outgoing)


def _load_main(path):
    # The program's functions are looked for in its main module; what it does as one it does not here.
    module = type(sys)('__mp_main__')
    module.__file__ = path
    sys.modules['__main__'] = sys.modules['__mp_main__'] = module
    with open(path, encoding='utf-8') as file:
        source = file.read()
    exec(compile(source, path, 'exec'), module.__dict__)


# --- The executor


class _Call:
    __slots__ = ('future', 'work')

    def __init__(self, future, work):
        self.future = future
        self.work = work


class Executor(_base.Executor):
    """Runs calls in up to max_workers isolates, as concurrent.futures' executors do."""

    def __init__(self, max_workers=None):
        if max_workers is None:
            max_workers = len(os.sched_getaffinity(0))
        elif max_workers <= 0:
            raise ValueError('max_workers must be greater than 0')
        self._max_workers = max_workers
        self._calls = SimpleQueue()
        self._threads = []
        self._lock = threading.Lock()
        self._is_shut = False
        self._broken = False
        self._waiting = 0
        _executors.add(self)

    def submit(self, fn, /, *args, **kwargs):
        with self._lock:
            if self._broken:
                raise BrokenIsolates('An isolate ended abruptly, the executor is not usable anymore')
            if self._is_shut:
                raise RuntimeError('cannot schedule new futures after shutdown')
            future = _base.Future()
            self._waiting += 1
            self._calls.put(_Call(future, (fn, args, kwargs)))
            if self._waiting > len(self._threads) and len(self._threads) < self._max_workers:
                thread = threading.Thread(target=self._look_after, daemon=True,
                                          name=f'IsolateThread-{len(self._threads)}')
                self._threads.append(thread)
                thread.start()
            return future

    submit.__doc__ = _base.Executor.submit.__doc__

    def _look_after(self):
        """Hands calls to one isolate, one after the other."""
        from _multiprocessing import receive, send
        import _isolates
        their_in, our_out = os.pipe()
        our_in, their_out = os.pipe()
        main = getattr(sys.modules.get('__main__'), '__file__', None)
        if main is not None and not os.path.exists(main):
            main = None
        isolate = _isolates.start(
            f'import weft.isolates\nweft.isolates._serve({their_in}, {their_out}, {main!r})\n',
            sys.path, sys.argv)
        try:
            while True:
                call = self._calls.get()
                if call is None:
                    break
                future = call.future
                if future.set_running_or_notify_cancel():
                    self._run(call, our_out, our_in, send, receive)
                with self._lock:
                    self._waiting -= 1
                call = future = None
        finally:
            os.close(our_out)
            # The worker closes its ends when it has seen that, and ends.
            try:
                receive(our_in)
            except (EOFError, OSError):
                pass
            os.close(our_in)
            isolate.join()

    def _run(self, call, outgoing, incoming, send, receive):
        future = call.future
        try:
            data = pickle.dumps(call.work)
        except BaseException as error:
            future.set_exception(error)
            return
        try:
            send(outgoing, data)
            failure, value = pickle.loads(receive(incoming))
        except (EOFError, OSError):
            self._broken = True
            future.set_exception(BrokenIsolates('An isolate ended abruptly while the call ran'))
            return
        except BaseException as error:
            future.set_exception(error)
            return
        if failure is not None:
            future.set_exception(failure)
        else:
            future.set_result(value)

    def map(self, fn, *iterables, timeout=None, chunksize=1):
        """The results of fn over the iterables, in order; `chunksize` calls go together."""
        if chunksize < 1:
            raise ValueError('chunksize must be >= 1.')
        if chunksize == 1:
            return super().map(fn, *iterables, timeout=timeout)
        from functools import partial
        from concurrent.futures.process import _chunks, _items_of, _process_chunk
        return _items_of(super().map(partial(_process_chunk, fn), _chunks(chunksize, *iterables),
                                     timeout=timeout))

    def shutdown(self, wait=True, *, cancel_futures=False):
        with self._lock:
            first_time = not self._is_shut
            self._is_shut = True
            if cancel_futures:
                try:
                    while True:
                        call = self._calls.get_nowait()
                        if call is not None:
                            call.future.cancel()
                            call.future.set_running_or_notify_cancel()
                except Exception:
                    pass
            if first_time or cancel_futures:
                for _ in self._threads:
                    self._calls.put(None)
        if wait:
            for thread in self._threads:
                thread.join()
        _executors.discard(self)

    shutdown.__doc__ = _base.Executor.shutdown.__doc__
