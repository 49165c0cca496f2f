"""Event loops: what all have in common, which one is current, and policies about that."""

import sys

from _asyncio import (Handle, TimerHandle, _get_running_loop, _set_running_loop, get_running_loop)

__all__ = ('AbstractEventLoopPolicy', 'AbstractEventLoop', 'AbstractServer', 'Handle',
           'TimerHandle', 'get_event_loop_policy', 'set_event_loop_policy', 'get_event_loop',
           'set_event_loop', 'new_event_loop', '_set_running_loop', 'get_running_loop',
           '_get_running_loop', 'get_child_watcher', 'set_child_watcher', 'DefaultEventLoopPolicy')


class AbstractServer:
    """What a loop's create_server() returns."""

    def close(self):
        raise NotImplementedError

    def get_loop(self):
        raise NotImplementedError

    def is_serving(self):
        raise NotImplementedError

    async def start_serving(self):
        raise NotImplementedError

    async def serve_forever(self):
        raise NotImplementedError

    async def wait_closed(self):
        raise NotImplementedError

    async def __aenter__(self):
        return self

    async def __aexit__(self, *exc):
        self.close()
        await self.wait_closed()


class AbstractEventLoop:
    """All that an event loop offers; what a loop does not define raises NotImplementedError."""


def _make_abstract(name, is_async):
    if is_async:
        async def method(self, *args, **kwargs):
            raise NotImplementedError
    else:
        def method(self, *args, **kwargs):
            raise NotImplementedError
    method.__name__ = name
    method.__qualname__ = 'AbstractEventLoop.' + name
    setattr(AbstractEventLoop, name, method)


for _name in ('run_forever run_until_complete stop is_running is_closed close '
              '_timer_handle_cancelled call_soon call_later call_at time create_future '
              'create_task call_soon_threadsafe run_in_executor set_default_executor '
              'add_reader remove_reader add_writer remove_writer add_signal_handler '
              'remove_signal_handler set_task_factory get_task_factory get_exception_handler '
              'set_exception_handler default_exception_handler call_exception_handler '
              'get_debug set_debug').split():
    _make_abstract(_name, False)
for _name in ('shutdown_asyncgens shutdown_default_executor getaddrinfo getnameinfo '
              'create_connection create_server start_tls sendfile create_unix_connection '
              'create_unix_server connect_accepted_socket create_datagram_endpoint '
              'connect_read_pipe connect_write_pipe subprocess_shell subprocess_exec sock_recv '
              'sock_recv_into sock_recvfrom sock_recvfrom_into sock_sendall sock_sendto '
              'sock_connect sock_accept sock_sendfile').split():
    _make_abstract(_name, True)
del _name


class AbstractEventLoopPolicy:
    """Decides which loop is the current one of a context."""

    def get_event_loop(self):
        raise NotImplementedError

    def set_event_loop(self, loop):
        raise NotImplementedError

    def new_event_loop(self):
        raise NotImplementedError

    def get_child_watcher(self):
        raise NotImplementedError

    def set_child_watcher(self, watcher):
        raise NotImplementedError


def _thread_ident():
    try:
        from _thread import get_ident
    except ImportError:
        return 0  # there is one thread
    return get_ident()


def _current_thread():
    """The thread if there can be others than the main one, else None."""
    threading = sys.modules.get('threading')
    if threading is None or threading.current_thread() is threading.main_thread():
        return None
    return threading.current_thread()


class DefaultEventLoopPolicy(AbstractEventLoopPolicy):
    """One loop a thread; that of the main thread is made when it is asked for first."""

    def __init__(self):
        self._loops = {}
        self._watcher = None

    def get_event_loop(self):
        key = _thread_ident()
        thread = _current_thread()
        if thread is None and key not in self._loops:
            self.set_event_loop(self.new_event_loop())
        loop = self._loops.get(key)
        if loop is None:
            name = 'MainThread' if thread is None else thread.name
            raise RuntimeError(f'There is no current event loop in thread {name!r}.')
        return loop

    def set_event_loop(self, loop):
        if loop is not None and not isinstance(loop, AbstractEventLoop):
            raise TypeError("loop must be an instance of AbstractEventLoop or None, "
                            f"not '{type(loop).__name__}'")
        self._loops[_thread_ident()] = loop
        if self._watcher is not None and _current_thread() is None:
            self._watcher.attach_loop(loop)

    def new_event_loop(self):
        from asyncio.base_events import SelectorEventLoop
        return SelectorEventLoop()

    def get_child_watcher(self):
        if self._watcher is None:
            from asyncio.unix_events import ThreadedChildWatcher
            self._watcher = ThreadedChildWatcher()
            if _current_thread() is None:
                self._watcher.attach_loop(self._loops.get(_thread_ident()))
        return self._watcher

    def set_child_watcher(self, watcher):
        if watcher is not None:
            from asyncio.unix_events import AbstractChildWatcher
            assert isinstance(watcher, AbstractChildWatcher)
        if self._watcher is not None:
            self._watcher.close()
        self._watcher = watcher


DefaultEventLoopPolicy.__name__ = '_UnixDefaultEventLoopPolicy'
_policy = None


def get_event_loop_policy():
    """The policy in force."""
    global _policy
    if _policy is None:
        _policy = DefaultEventLoopPolicy()
    return _policy


def set_event_loop_policy(policy):
    """Sets the policy; None: the default one."""
    global _policy
    if policy is not None and not isinstance(policy, AbstractEventLoopPolicy):
        raise TypeError("policy must be an instance of AbstractEventLoopPolicy or None, "
                        f"not '{type(policy).__name__}'")
    _policy = policy


def get_event_loop():
    """The running loop; when none runs, the one the policy says."""
    loop = _get_running_loop()
    return get_event_loop_policy().get_event_loop() if loop is None else loop


def set_event_loop(loop):
    """get_event_loop_policy().set_event_loop(loop)"""
    get_event_loop_policy().set_event_loop(loop)


def new_event_loop():
    """get_event_loop_policy().new_event_loop()"""
    return get_event_loop_policy().new_event_loop()


def get_child_watcher():
    """get_event_loop_policy().get_child_watcher()"""
    return get_event_loop_policy().get_child_watcher()


def set_child_watcher(watcher):
    """get_event_loop_policy().set_child_watcher(watcher)"""
    get_event_loop_policy().set_child_watcher(watcher)
