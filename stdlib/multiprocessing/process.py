"""Processes: the class, who runs now, and how a child begins and ends."""

import itertools
import os
import sys
import threading
from _weakref import ref as _ref

__all__ = ['BaseProcess', 'current_process', 'active_children', 'parent_process']

try:
    # What relative paths of the program are relative to.
    ORIGINAL_DIR = os.path.abspath(os.getcwd())
except OSError:
    ORIGINAL_DIR = None

_counter = itertools.count(1)
_children = set()
# What a child does first: (weak reference to an object, function of the object).
_after_fork = []


def register_after_fork(obj, func):
    """Has func(obj) called in each child process, as long as the object lives."""
    _after_fork.append((_ref(obj), func))
    if len(_after_fork) > 256:
        _after_fork[:] = [entry for entry in _after_fork if entry[0]() is not None]


def _run_after_fork():
    for reference, function in list(_after_fork):
        obj = reference()
        if obj is not None:
            function(obj)


def current_process():
    """The Process that stands for the running process."""
    return _current


def parent_process():
    """The one that started it; None in the main process."""
    return _parent


def active_children():
    """Those started by this process that have not ended; takes the status of others."""
    _cleanup()
    return list(_children)


def _cleanup():
    for child in list(_children):
        if child._popen.poll() is not None:
            _children.discard(child)


class BaseProcess:
    """A process that calls a function, or what a subclass defines as run()."""

    _start_method = None  # what its own processes are started by; None: as the program's

    def __init__(self, group=None, target=None, name=None, args=(), kwargs={}, *, daemon=None):
        assert group is None, 'group argument must be None for now'
        number = next(_counter)
        self._identity = _current._identity + (number,)
        self._config = _current._config.copy()
        self._parent_pid = os.getpid()
        self._parent_name = _current.name
        self._popen = None
        self._closed = False
        self._target = target
        self._args = tuple(args)
        self._kwargs = dict(kwargs)
        self._name = name or type(self).__name__ + '-' + ':'.join(map(str, self._identity))
        if daemon is not None:
            self.daemon = daemon

    def _check_closed(self):
        if self._closed:
            raise ValueError('process object is closed')

    def run(self):
        """What the process does."""
        if self._target:
            self._target(*self._args, **self._kwargs)

    @staticmethod
    def _Popen(process_obj):
        from multiprocessing.popen import ForkPopen
        return ForkPopen(process_obj)

    def start(self):
        """Begins the process."""
        self._check_closed()
        assert self._popen is None, 'cannot start a process twice'
        assert self._parent_pid == os.getpid(), (
            'can only start a process object created by current process')
        assert not _current._config.get('daemon'), (
            'daemonic processes are not allowed to have children')
        _cleanup()
        self._popen = self._Popen(self)
        # What it is to do is not needed here any more.
        del self._target, self._args, self._kwargs
        _children.add(self)

    def terminate(self):
        """Asks it to end (SIGTERM)."""
        self._check_closed()
        self._popen.terminate()

    def kill(self):
        """Ends it (SIGKILL)."""
        self._check_closed()
        self._popen.kill()

    def join(self, timeout=None):
        """Waits for its end, or so many seconds."""
        self._check_closed()
        assert self._parent_pid == os.getpid(), 'can only join a child process'
        assert self._popen is not None, 'can only join a started process'
        if self._popen.wait(timeout) is not None:
            _children.discard(self)

    def is_alive(self):
        """Whether it has started and not ended."""
        self._check_closed()
        if self is _current:
            return True
        assert self._parent_pid == os.getpid(), 'can only test a child process'
        if self._popen is None:
            return False
        if self._popen.poll() is None:
            return True
        _children.discard(self)
        return False

    def close(self):
        """Frees what the object holds; it must have ended."""
        if self._popen is not None:
            if self._popen.poll() is None:
                raise ValueError('Cannot close a process while it is still running. '
                                 'You should first call join() or terminate().')
            self._popen.close()
            self._popen = None
            _children.discard(self)
        self._closed = True

    @property
    def name(self):
        """Its name."""
        return self._name

    @name.setter
    def name(self, name):
        assert isinstance(name, str), 'name must be a string'
        self._name = name

    @property
    def daemon(self):
        """Whether it ends with the process that started it."""
        return self._config.get('daemon', False)

    @daemon.setter
    def daemon(self, daemonic):
        assert self._popen is None, 'process has already started'
        self._config['daemon'] = daemonic

    @property
    def authkey(self):
        """The key of connections."""
        return self._config['authkey']

    @authkey.setter
    def authkey(self, authkey):
        self._config['authkey'] = AuthenticationString(authkey)

    @property
    def exitcode(self):
        """The exit status; negative: the signal that ended it; None: it has not ended."""
        self._check_closed()
        if self is _current or self._popen is None:
            return None
        return self._popen.poll()

    @property
    def ident(self):
        """Its number; None before it was started."""
        self._check_closed()
        if self is _current:
            return os.getpid()
        return self._popen and self._popen.pid

    pid = ident

    @property
    def sentinel(self):
        """A descriptor that is ready when it has ended."""
        self._check_closed()
        if self._popen is None:
            raise ValueError('process not started') from None
        return self._popen.sentinel

    def __repr__(self):
        exitcode = None
        if self is _current:
            status = 'started'
        elif self._closed:
            status = 'closed'
        elif self._parent_pid != os.getpid():
            status = 'unknown'
        elif self._popen is None:
            status = 'initial'
        else:
            exitcode = self._popen.poll()
            status = 'started' if exitcode is None else 'stopped'
        shown = [type(self).__name__, f'name={self._name!r}']
        if self._popen is not None:
            shown.append(f'pid={self._popen.pid}')
        shown += [f'parent={self._parent_pid}', status]
        if exitcode is not None:
            shown.append(f'exitcode={_exit_names.get(exitcode, exitcode)}')
        if self.daemon:
            shown.append('daemon')
        return f"<{' '.join(shown)}>"

    # --- In the child

    def _bootstrap(self):
        """All that the child does; its exit status."""
        global _current, _parent, _counter
        from multiprocessing import context, util
        try:
            if self._start_method is not None:
                context._default_context.set_start_method(self._start_method, force=True)
            _parent = _ParentProcess(self._parent_name, self._parent_pid)
            _current = self
            _counter = itertools.count(1)
            _children.clear()
            util._forget_exit_functions()
            threading.main_thread().name = 'MainThread'
            if sys.stdin is not None:
                try:
                    sys.stdin.close()
                    sys.stdin = open(os.open(os.devnull, os.O_RDONLY), closefd=False)
                except (OSError, ValueError):
                    pass
            _run_after_fork()
            util.info('child process calling self.run()')
            try:
                self.run()
                exitcode = 0
            finally:
                util._exit_function()
        except SystemExit as error:
            if error.code is None:
                exitcode = 0
            elif isinstance(error.code, int):
                exitcode = error.code
            else:
                sys.stderr.write(str(error.code) + '\n')
                exitcode = 1
        except:
            exitcode = 1
            import traceback
            sys.stderr.write(f'Process {self.name}:\n')
            traceback.print_exc()
        finally:
            threading._shutdown()
            util.info('process exiting with exitcode %d', exitcode)
            util._flush_std_streams()
        return exitcode


class AuthenticationString(bytes):
    """A key, which goes to children only."""

    def __reduce__(self):
        from multiprocessing.context import get_spawning_popen
        if get_spawning_popen() is None:
            raise TypeError('Pickling an AuthenticationString object is disallowed for security '
                            'reasons')
        return AuthenticationString, (bytes(self),)


class _ParentProcess(BaseProcess):
    # The process that started this one.

    def __init__(self, name, pid):
        self._identity = ()
        self._name = name
        self._pid = pid
        self._parent_pid = None
        self._popen = None
        self._closed = False
        self._config = {}

    def is_alive(self):
        """Whether it is still there."""
        return os.getppid() == self._pid

    @property
    def ident(self):
        """Its number."""
        return self._pid

    pid = ident

    def join(self, timeout=None):
        """Waits for its end, or so many seconds."""
        from _descriptors import READ, wait_ready
        if not self.is_alive():
            return
        fd = os.pidfd_open(self._pid)
        try:
            wait_ready([(fd, READ)], timeout)
        finally:
            os.close(fd)


class _MainProcess(BaseProcess):
    # The process that nobody here has started.

    def __init__(self):
        self._identity = ()
        self._name = 'MainProcess'
        self._parent_pid = None
        self._popen = None
        self._closed = False
        self._config = {'authkey': AuthenticationString(os.urandom(32))}

    def close(self):
        """It cannot be closed."""


class _ExitNames(dict):

    def __missing__(self, code):
        import signal
        try:
            name = '-' + signal.Signals(-code).name if code < 0 else code
        except ValueError:
            name = code
        return name

    def get(self, code, default=None):
        """The name of the signal that ended it, or the status."""
        return self[code]


_exit_names = _ExitNames()
_parent = None
_current = _MainProcess()
