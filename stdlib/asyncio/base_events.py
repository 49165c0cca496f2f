"""The event loop as programs see it; its inner part is _asyncio.EventLoop."""

import sys

import _asyncio
import atexit
from _weakref import ref
from gc import collect as gc_collect
from asyncio import events, exceptions, format_helpers, futures, tasks

__all__ = ('BaseEventLoop', 'SelectorEventLoop')


atexit.register(_asyncio.register_pending_tasks)

# How many calls on the way to a coroutine are noted in debug mode.
_ORIGIN_DEPTH = 10


def _stop_loop(future):
    """The callback of the future run_until_complete() waits for."""
    if not future.cancelled():
        exception = future.exception()
        if isinstance(exception, (SystemExit, KeyboardInterrupt)):
            return  # it ends the loop by itself
    future.get_loop().stop()


_stop_loop.__name__ = _stop_loop.__qualname__ = '_run_until_complete_cb'


class BaseEventLoop(_asyncio.EventLoop, events.AbstractEventLoop):
    """An event loop."""

    def __init__(self):
        self._exception_handler = None
        self._default_executor = None
        self._executor_shutdown_called = False
        self._asyncgens = {}
        self._asyncgens_shutdown_called = False
        self._readers = {}
        self._writers = {}
        self._transports = {}
        self._processes = set()
        self.set_debug(_debug_is_asked_for())

    def set_debug(self, enabled):
        """Switches debug mode on or off."""
        super().set_debug(enabled)
        if self.is_running():
            self.call_soon_threadsafe(self._note_origins, enabled)

    def _note_origins(self, enabled):
        """Coroutines remember where they were made, or do so no more."""
        sys.set_coroutine_origin_tracking_depth(_ORIGIN_DEPTH if enabled else 0)

    def __repr__(self):
        return (f'<{type(self).__name__} running={self.is_running()} '
                f'closed={self.is_closed()} debug={self.get_debug()}>')

    # Running

    def _check_closed(self):
        if self.is_closed():
            raise RuntimeError('Event loop is closed')

    def _check_running(self):
        if self.is_running():
            raise RuntimeError('This event loop is already running')
        if events._get_running_loop() is not None:
            raise RuntimeError('Cannot run the event loop while another loop is running')

    def run_forever(self):
        """Runs until stop() is called."""
        self._check_closed()
        self._begin()
        hooks = sys.get_asyncgen_hooks()
        origin_depth = sys.get_coroutine_origin_tracking_depth()
        try:
            if self.get_debug():
                self._note_origins(True)
            sys.set_asyncgen_hooks(firstiter=self._asyncgen_begins,
                                   finalizer=self._asyncgen_is_lost)
            while (timeout := self._run_rounds()) is not False:
                if timeout != 0 and _asyncio.may_have_lost():
                    # There is time to find futures that died with an exception nobody saw.
                    gc_collect()
                    timeout = 0
                self._wait(timeout)
        finally:
            self._end()
            sys.set_asyncgen_hooks(*hooks)
            sys.set_coroutine_origin_tracking_depth(origin_depth)

    def run_until_complete(self, future):
        """Runs until the future is done and returns its result."""
        self._check_closed()
        self._check_running()
        is_new = not futures.isfuture(future)
        future = tasks.ensure_future(future, loop=self)
        if is_new:
            future._log_destroy_pending = False
        future.add_done_callback(_stop_loop)
        try:
            self.run_forever()
        except:
            if is_new and future.done() and not future.cancelled():
                future.exception()  # what is raised here tells of it
            raise
        finally:
            future.remove_done_callback(_stop_loop)
        if not future.done():
            raise RuntimeError('Event loop stopped before Future completed.')
        try:
            return future.result()
        finally:
            if _asyncio.may_have_lost():
                gc_collect()

    def close(self):
        """Closes the loop; what still waited in it is dropped."""
        if self.is_running():
            raise RuntimeError('Cannot close a running event loop')
        if self.is_closed():
            return
        if self._readers or self._writers:
            self._forget_descriptors()
        self._release()
        executor = self._default_executor
        if executor is not None:
            self._default_executor = None
            executor.shutdown(wait=False)
        self._report_lost()

    def _report_lost(self):
        """Has futures whose exception nobody saw, and tasks nobody runs, found and reported."""
        if _asyncio.may_have_lost() or _asyncio.tasks_of(self):
            gc_collect()

    def call_soon_threadsafe(self, callback, *args, context=None):
        """call_soon() for other threads."""
        self._check_closed()
        if self.get_debug():
            self._check_callback(callback, 'call_soon_threadsafe')
        if context is None:
            handle = self.call_soon(callback, *args)
        else:
            handle = self.call_soon(callback, *args, context=context)
        return handle

    # Tasks and executors

    def set_task_factory(self, factory):
        """factory(loop, coro, context=...) makes the loop's tasks; None: asyncio.Task does."""
        if factory is not None and not callable(factory):
            raise TypeError('task factory must be a callable or None')
        self._task_factory = factory

    def get_task_factory(self):
        return self._task_factory

    def _create_task_by_factory(self, coro, name, context):
        if context is None:
            task = self._task_factory(self, coro)
        else:
            task = self._task_factory(self, coro, context=context)
        if name is not None and hasattr(task, 'set_name'):
            task.set_name(name)
        return task

    def set_default_executor(self, executor):
        from concurrent.futures import ThreadPoolExecutor
        if not isinstance(executor, ThreadPoolExecutor):
            raise TypeError('executor must be ThreadPoolExecutor instance')
        self._default_executor = executor

    def run_in_executor(self, executor, func, *args):
        """Calls the function in a thread of the executor (None: the loop's own)."""
        self._check_closed()
        if self.get_debug():
            self._check_callback(func, 'run_in_executor')
        if executor is None:
            executor = self._default_executor
            if self._executor_shutdown_called:
                raise RuntimeError('Executor shutdown has been called')
            if executor is None:
                from concurrent.futures import ThreadPoolExecutor
                executor = ThreadPoolExecutor(thread_name_prefix='asyncio')
                self._default_executor = executor
        return futures.wrap_future(executor.submit(func, *args), loop=self)

    async def shutdown_default_executor(self):
        """Waits for the threads of the loop's own executor to end."""
        self._executor_shutdown_called = True
        executor = self._default_executor
        if executor is None:
            return
        import threading
        future = self.create_future()

        def shut_down():
            try:
                executor.shutdown(wait=True)
                if not self.is_closed():
                    self.call_soon_threadsafe(futures._set_result_unless_cancelled, future, None)
            except Exception as error:
                if not self.is_closed():
                    self.call_soon_threadsafe(future.set_exception, error)

        thread = threading.Thread(target=shut_down)
        thread.start()
        try:
            await future
        finally:
            thread.join()

    # Asynchronous generators

    def _asyncgen_begins(self, generator):
        if self._asyncgens_shutdown_called:
            import warnings
            warnings.warn(f'asynchronous generator {generator!r} was scheduled after '
                          'loop.shutdown_asyncgens() call', ResourceWarning, source=self)
        key = id(generator)
        self._asyncgens[key] = ref(generator, lambda _: self._asyncgens.pop(key, None))

    def _asyncgen_is_lost(self, generator):
        self._asyncgens.pop(id(generator), None)
        if not self.is_closed():
            self.call_soon_threadsafe(self.create_task, generator.aclose())

    async def shutdown_asyncgens(self):
        """Closes the asynchronous generators that have begun and not ended."""
        self._asyncgens_shutdown_called = True
        generators = [found for reference in self._asyncgens.values()
                      if (found := reference()) is not None]
        self._asyncgens.clear()
        if not generators:
            return
        results = await tasks.gather(*[generator.aclose() for generator in generators],
                                     return_exceptions=True)
        for result, generator in zip(results, generators):
            if isinstance(result, Exception):
                self.call_exception_handler({
                    'message': 'an error occurred during closing of asynchronous generator '
                               f'{generator!r}',
                    'exception': result,
                    'asyncgen': generator,
                })

    # Errors

    def get_exception_handler(self):
        return self._exception_handler

    def set_exception_handler(self, handler):
        """handler(loop, context) is told of errors nobody handles; None: they are logged."""
        if handler is not None and not callable(handler):
            raise TypeError(f'A callable object or None is expected, got {handler!r}')
        self._exception_handler = handler

    def default_exception_handler(self, context):
        """Logs the error."""
        lines = [context.get('message') or 'Unhandled exception in event loop']
        exception = context.get('exception')
        for key in sorted(context):
            if key in ('message', 'exception'):
                continue
            value = context[key]
            if key in ('source_traceback', 'handle_traceback'):
                what = 'Object' if key == 'source_traceback' else 'Handle'
                shown = format_helpers.format_stack(value).rstrip()
                value = f'{what} created at (most recent call last):\n{shown}'
            else:
                value = repr(value)
            lines.append(f'{key}: {value}')
        _log('error', '\n'.join(lines), exception)

    def call_exception_handler(self, context):
        """Tells the exception handler of an error; `context` is a dict that describes it."""
        handler = self._exception_handler
        try:
            if handler is None:
                self.default_exception_handler(context)
            else:
                handler(self, context)
        except (SystemExit, KeyboardInterrupt):
            raise
        except BaseException as error:
            if handler is None:
                _log('error', 'Exception in default exception handler', error)
                return
            try:
                self.default_exception_handler({
                    'message': 'Unhandled error in exception handler',
                    'exception': error,
                    'context': context,
                })
            except (SystemExit, KeyboardInterrupt):
                raise
            except BaseException as second:
                _log('error', 'Exception in default exception handler while handling an '
                     'unexpected error in custom exception handler', second)

    def _report_callback(self, handle, exception):
        """The callback of the handle raised."""
        if isinstance(handle, _asyncio.Task):
            shown = f'{type(handle).__name__}.task_step()'
        else:
            shown = format_helpers.format_callback(handle._callback, handle._args)
        context = {'message': f'Exception in callback {shown}', 'exception': exception,
                   'handle': handle}
        if handle._source_traceback:
            context['source_traceback'] = handle._source_traceback
        self.call_exception_handler(context)

    def _report_slow(self, handle, seconds):
        """Debug mode: the callback of the handle took long."""
        callback = getattr(handle, '_callback', None)
        owner = getattr(callback, '__self__', None)
        if isinstance(owner, _asyncio.Task):
            handle = owner
        _log('warning', f'Executing {handle!r} took {seconds:.3f} seconds')

    def _check_callback(self, callback, method):
        """Debug mode: is that a callback?"""
        from asyncio import coroutines
        if coroutines.iscoroutine(callback) or coroutines.iscoroutinefunction(callback):
            raise TypeError(f'coroutines cannot be used with {method}()')
        if not callable(callback):
            raise TypeError(f'a callable object was expected by {method}(), got {callback!r}')

    # Signals; what has to do with descriptors is put here by network.py

    def add_signal_handler(self, sig, callback, *args):
        from asyncio import unix_signals
        self._check_callback(callback, 'add_signal_handler')
        self._check_closed()
        unix_signals.add_handler(self, sig, callback, args)

    def remove_signal_handler(self, sig):
        from asyncio import unix_signals
        return unix_signals.remove_handler(self, sig)


_NETWORK_METHODS = (
    'add_reader remove_reader add_writer remove_writer sock_recv sock_recv_into sock_recvfrom '
    'sock_recvfrom_into sock_sendall sock_sendto sock_accept sock_connect sock_sendfile sendfile '
    'getaddrinfo getnameinfo create_connection create_unix_connection connect_accepted_socket '
    'create_server create_unix_server create_datagram_endpoint connect_read_pipe '
    'connect_write_pipe subprocess_exec subprocess_shell start_tls').split()


def _load_network():
    """Gives the loop what network.py has; programs that use no descriptors do without."""
    from asyncio.network import NetworkLoop
    for name, function in vars(NetworkLoop).items():
        if not name.startswith('__'):
            setattr(BaseEventLoop, name, function)


def _add_network_stubs():
    def make(name):
        def method(self, *args, **kwargs):
            _load_network()
            return getattr(BaseEventLoop, name)(self, *args, **kwargs)
        method.__name__ = name
        method.__qualname__ = f'BaseEventLoop.{name}'
        return method

    for name in _NETWORK_METHODS:
        setattr(BaseEventLoop, name, make(name))


_add_network_stubs()


class SelectorEventLoop(BaseEventLoop):
    """The event loop programs get."""


SelectorEventLoop.__name__ = SelectorEventLoop.__qualname__ = '_UnixSelectorEventLoop'


def _log(level, message, exception=None):
    """To the logger 'asyncio'; a program that does not log gets what a bare logger prints."""
    if 'logging' in sys.modules:
        from logging import getLogger
        trace = exception and (type(exception), exception, exception.__traceback__)
        getattr(getLogger('asyncio'), level)(message, exc_info=trace or None)
        return
    stream = sys.stderr
    if stream is not None:
        details = '' if exception is None else _asyncio.format_exception(exception)
        stream.write(f'{message}\n{details}')
        stream.flush()


def _debug_is_asked_for():
    if sys.flags.dev_mode:
        return True
    if sys.flags.ignore_environment:
        return False
    from posix import environ
    return bool(environ.get(b'PYTHONASYNCIODEBUG'))
