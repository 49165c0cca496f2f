"""Running other programs: run() and its kin, and Popen beneath them."""

import builtins as _builtins
import io
import os
import signal
import sys
import threading
import time
from _descriptors import READ as _READ, WRITE as _WRITE, wait_ready as _wait_ready
from _posixsubprocess import fork_exec as _fork_exec

__all__ = ['Popen', 'PIPE', 'STDOUT', 'call', 'check_call', 'getstatusoutput', 'getoutput',
           'check_output', 'run', 'CalledProcessError', 'DEVNULL', 'SubprocessError',
           'TimeoutExpired', 'CompletedProcess']

PIPE = -1
STDOUT = -2
DEVNULL = -3

# As much as a pipe takes without waiting for sure.
_PIPE_BUF = 512
_READ_SIZE = 65536


class SubprocessError(Exception):
    """The base of what goes wrong with child processes."""


class CalledProcessError(SubprocessError):
    """A program that was to succeed did not."""

    def __init__(self, returncode, cmd, output=None, stderr=None):
        self.returncode = returncode
        self.cmd = cmd
        self.output = output
        self.stderr = stderr

    def __str__(self):
        if self.returncode and self.returncode < 0:
            try:
                died_of = f'{signal.Signals(-self.returncode)!r}'
            except ValueError:
                return f"Command '{self.cmd}' died with unknown signal {-self.returncode}."
            return f"Command '{self.cmd}' died with {died_of}."
        return f"Command '{self.cmd}' returned non-zero exit status {self.returncode}."

    @property
    def stdout(self):
        """What it wrote."""
        return self.output

    @stdout.setter
    def stdout(self, value):
        self.output = value


class TimeoutExpired(SubprocessError):
    """A program took too long."""

    def __init__(self, cmd, timeout, output=None, stderr=None):
        self.cmd = cmd
        self.timeout = timeout
        self.output = output
        self.stderr = stderr

    def __str__(self):
        return f"Command '{self.cmd}' timed out after {self.timeout} seconds"

    @property
    def stdout(self):
        """What it had written."""
        return self.output

    @stdout.setter
    def stdout(self, value):
        self.output = value


class CompletedProcess:
    """How a program ended, and what it wrote."""

    def __init__(self, args, returncode, stdout=None, stderr=None):
        self.args = args
        self.returncode = returncode
        self.stdout = stdout
        self.stderr = stderr

    def __repr__(self):
        parts = [f'args={self.args!r}', f'returncode={self.returncode!r}']
        if self.stdout is not None:
            parts.append(f'stdout={self.stdout!r}')
        if self.stderr is not None:
            parts.append(f'stderr={self.stderr!r}')
        return f"{type(self).__name__}({', '.join(parts)})"

    __class_getitem__ = classmethod(type(list[int]))

    def check_returncode(self):
        """Raises CalledProcessError if it failed."""
        if self.returncode:
            raise CalledProcessError(self.returncode, self.args, self.stdout, self.stderr)


# --- The short ways


def call(*popenargs, timeout=None, **kwargs):
    """Runs a program: its exit status."""
    with Popen(*popenargs, **kwargs) as process:
        try:
            return process.wait(timeout=timeout)
        except:
            process.kill()
            raise


def check_call(*popenargs, **kwargs):
    """call() that raises CalledProcessError unless the status is 0."""
    status = call(*popenargs, **kwargs)
    if status:
        cmd = kwargs.get('args')
        raise CalledProcessError(status, popenargs[0] if cmd is None else cmd)
    return 0


def check_output(*popenargs, timeout=None, **kwargs):
    """What a program writes; raises CalledProcessError unless its status is 0."""
    for name in ('stdout', 'check'):
        if name in kwargs:
            raise ValueError(f'{name} argument not allowed, it will be overridden.')
    if 'input' in kwargs and kwargs['input'] is None:
        is_text = any(kwargs.get(name) for name in ('universal_newlines', 'text', 'encoding',
                                                    'errors'))
        kwargs['input'] = '' if is_text else b''
    return run(*popenargs, stdout=PIPE, timeout=timeout, check=True, **kwargs).stdout


def run(*popenargs, input=None, capture_output=False, timeout=None, check=False, **kwargs):
    """Runs a program to its end: a CompletedProcess."""
    if input is not None:
        if kwargs.get('stdin') is not None:
            raise ValueError('stdin and input arguments may not both be used.')
        kwargs['stdin'] = PIPE
    if capture_output:
        if kwargs.get('stdout') is not None or kwargs.get('stderr') is not None:
            raise ValueError('stdout and stderr arguments may not be used with capture_output.')
        kwargs['stdout'] = kwargs['stderr'] = PIPE
    with Popen(*popenargs, **kwargs) as process:
        try:
            stdout, stderr = process.communicate(input, timeout=timeout)
        except TimeoutExpired:
            process.kill()
            process.wait()
            raise
        except:
            process.kill()
            raise
        status = process.poll()
        if check and status:
            raise CalledProcessError(status, process.args, output=stdout, stderr=stderr)
    return CompletedProcess(process.args, status, stdout, stderr)


def getstatusoutput(cmd, *, encoding=None, errors=None):
    """(status, output) of a command of the shell; what it writes as errors is output too."""
    try:
        output = check_output(cmd, shell=True, text=True, stderr=STDOUT, encoding=encoding,
                              errors=errors)
        status = 0
    except CalledProcessError as failure:
        output = failure.output
        status = failure.returncode
    return status, output[:-1] if output[-1:] == '\n' else output


def getoutput(cmd, *, encoding=None, errors=None):
    """The output of a command of the shell."""
    return getstatusoutput(cmd, encoding=encoding, errors=errors)[1]


def list2cmdline(seq):
    """The words as one line, quoted as programs of Windows take it."""
    words = []
    for word in map(os.fsdecode, seq):
        needs_quotes = not word or ' ' in word or '\t' in word
        shown = []
        backslashes = 0
        for char in word:
            if char == '\\':
                backslashes += 1
                continue
            if char == '"':
                shown.append('\\' * (backslashes * 2 + 1))
            else:
                shown.append('\\' * backslashes)
            backslashes = 0
            shown.append(char)
        shown.append('\\' * (backslashes * 2 if needs_quotes else backslashes))
        text = ''.join(shown)
        words.append(f'"{text}"' if needs_quotes else text)
    return ' '.join(words)


# Children whose Popen is gone and that had not ended.
_active = []


def _cleanup():
    for process in _active[:]:
        if process._poll_now() is not None:
            try:
                _active.remove(process)
            except ValueError:
                pass


class Popen:
    """A child process that runs another program."""

    _child_created = False

    def __init__(self, args, bufsize=-1, executable=None, stdin=None, stdout=None, stderr=None,
                 preexec_fn=None, close_fds=True, shell=False, cwd=None, env=None,
                 universal_newlines=None, startupinfo=None, creationflags=0,
                 restore_signals=True, start_new_session=False, pass_fds=(), *, user=None,
                 group=None, extra_groups=None, encoding=None, errors=None, text=None, umask=-1,
                 pipesize=-1, process_group=None):
        _cleanup()
        self._waitpid_lock = threading.Lock()
        self._input = None
        self._communication = None
        if bufsize is None:
            bufsize = -1
        if not isinstance(bufsize, int):
            raise TypeError('bufsize must be an integer')
        if startupinfo is not None:
            raise ValueError('startupinfo is only supported on Windows platforms')
        if creationflags != 0:
            raise ValueError('creationflags is only supported on Windows platforms')
        if pass_fds and not close_fds:
            import warnings
            warnings.warn('pass_fds overriding close_fds.', RuntimeWarning, stacklevel=2)
            close_fds = True
        if text is not None and universal_newlines is not None and (
                bool(universal_newlines) != bool(text)):
            raise SubprocessError('Cannot disambiguate when both text and universal_newlines are '
                                  'supplied but different. Pass one or the other.')
        self.args = args
        self.stdin = self.stdout = self.stderr = None
        self.pid = None
        self.returncode = None
        self.encoding = encoding
        self.errors = errors
        self.pipesize = pipesize
        self.text_mode = bool(encoding or errors or text or universal_newlines)
        self.universal_newlines = self.text_mode
        self._sigint_wait_secs = 0.25
        self._closed_child_pipe_fds = False
        opened = []  # by us, to be closed if the start fails
        given_away = []  # the child's ends
        try:
            ends = self._open_ends(stdin, stdout, stderr, opened, given_away)
            self._execute(args, executable, preexec_fn, close_fds, pass_fds, cwd, env, shell, ends,
                          restore_signals, start_new_session,
                          -1 if process_group is None else process_group,
                          _number_of(user, 'user', 'pwd'), _number_of(group, 'group', 'grp'),
                          None if extra_groups is None else [
                              _number_of(each, 'extra_groups', 'grp') for each in extra_groups],
                          umask)
            self._open_streams(ends, bufsize)
        except BaseException:
            for fd in opened:
                if fd not in given_away:
                    _close_quietly(fd)
            raise
        finally:
            for fd in given_away:
                _close_quietly(fd)

    def _pipe(self, opened):
        reader, writer = os.pipe()
        opened += reader, writer
        if self.pipesize > 0:
            import fcntl
            fcntl.fcntl(writer, 1031, self.pipesize)  # F_SETPIPE_SZ
        return reader, writer

    def _open_ends(self, stdin, stdout, stderr, opened, given_away):
        """(ours, the child's) of stdin, stdout, stderr; None for neither."""
        ends = []
        for index, wanted in enumerate((stdin, stdout, stderr)):
            ours = theirs = None
            if wanted is None:
                pass
            elif wanted == PIPE:
                reader, writer = self._pipe(opened)
                ours, theirs = (writer, reader) if index == 0 else (reader, writer)
                given_away.append(theirs)
            elif wanted == DEVNULL:
                theirs = os.open(os.devnull, os.O_RDWR)
                opened.append(theirs)
                given_away.append(theirs)
            elif wanted == STDOUT and index == 2:
                theirs = ends[1][1]
                if theirs is None:
                    theirs = sys.__stdout__.fileno()
            elif isinstance(wanted, int):
                theirs = wanted
            else:
                theirs = wanted.fileno()
            ends.append((ours, theirs))
        return ends

    def _open_streams(self, ends, bufsize):
        for name, mode, (fd, _) in zip(('stdin', 'stdout', 'stderr'), ('wb', 'rb', 'rb'), ends):
            if fd is None:
                continue
            if self.text_mode:
                stream = io.open(fd, mode[0], bufsize or -1, encoding=self.encoding,
                                 errors=self.errors)
                if name == 'stdin' and bufsize == 0:
                    stream.reconfigure(write_through=True)
            else:
                stream = io.open(fd, mode, bufsize)
            setattr(self, name, stream)

    def _execute(self, args, executable, preexec_fn, close_fds, pass_fds, cwd, env, shell, ends,
                 restore_signals, start_new_session, process_group, user, group, groups, umask):
        if isinstance(args, (str, bytes)):
            args = [args]
        elif isinstance(args, os.PathLike):
            if shell:
                raise TypeError('path-like args is not allowed when shell is true')
            args = [args]
        else:
            args = list(args)
        if shell:
            args = ['/bin/sh', '-c'] + args
            if executable:
                args[0] = executable
        if executable is None:
            executable = args[0]
        variables = None
        if env is not None:
            variables = []
            for key, value in env.items():
                key = os.fsencode(key)
                if b'=' in key:
                    raise ValueError('illegal environment variable name')
                variables.append(key + b'=' + os.fsencode(value))
        program = os.fsencode(executable)
        if os.path.dirname(program):
            programs = [program]
        else:
            programs = [os.path.join(os.fsencode(folder), program)
                        for folder in os.get_exec_path(env)]
        self.pid, error, in_folder, failed = _fork_exec(
            list(map(os.fsencode, args)), programs, bool(close_fds), sorted(map(int, pass_fds)),
            cwd if cwd is None else os.fsencode(cwd), variables,
            ends[0][1], ends[1][1], ends[2][1], bool(restore_signals), bool(start_new_session),
            process_group, user, group, groups, umask, preexec_fn)
        if failed:
            raise SubprocessError('Exception occurred in preexec_fn.')
        if error:
            filename = cwd if in_folder else executable
            raise OSError(error, os.strerror(error), filename)
        self._child_created = True

    def __repr__(self):
        shown = repr(list(self.args) if isinstance(self.args, tuple) else self.args)
        text = f'<{type(self).__name__}: returncode: {self.returncode} args: {shown}>'
        return text if len(text) <= 80 else text[:76] + '...>'

    __class_getitem__ = classmethod(type(list[int]))

    def __enter__(self):
        return self

    def __exit__(self, exc_type, value, traceback):
        for stream in (self.stdout, self.stderr):
            if stream:
                stream.close()
        try:
            if self.stdin:
                self.stdin.close()
        finally:
            if exc_type is not KeyboardInterrupt:
                self.wait()
            elif self._sigint_wait_secs > 0:
                # The child has got the interrupt, too.
                try:
                    self.wait(timeout=self._sigint_wait_secs)
                except TimeoutExpired:
                    pass
                self._sigint_wait_secs = 0

    def __del__(self):
        if not self._child_created:
            return
        if self.returncode is None and self._poll_now() is None and _active is not None:
            _active.append(self)

    # --- Its end

    def _note_end(self, pid, status):
        if pid == self.pid:
            self.returncode = os.waitstatus_to_exitcode(status)

    def _poll_now(self):
        if self.returncode is None and self._waitpid_lock.acquire(False):
            try:
                if self.returncode is None:
                    try:
                        self._note_end(*os.waitpid(self.pid, os.WNOHANG))
                    except ChildProcessError:
                        # Somebody else has taken the status.
                        self.returncode = 0
            finally:
                self._waitpid_lock.release()
        return self.returncode

    def poll(self):
        """The exit status; None as long as it runs."""
        return self._poll_now()

    def wait(self, timeout=None):
        """Waits for its end: the exit status; TimeoutExpired after `timeout` seconds."""
        if self.returncode is not None:
            return self.returncode
        if timeout is not None:
            self._wait_at_most(timeout)
            return self.returncode
        while self.returncode is None:
            with self._waitpid_lock:
                if self.returncode is not None:
                    break
                try:
                    self._note_end(*os.waitpid(self.pid, 0))
                except ChildProcessError:
                    self.returncode = 0
        return self.returncode

    def _wait_at_most(self, timeout):
        deadline = time.monotonic() + timeout
        if self._poll_now() is not None:
            return
        try:
            fd = os.pidfd_open(self.pid)
        except ProcessLookupError:
            fd = -1
        try:
            while self._poll_now() is None:
                rest = deadline - time.monotonic()
                if rest <= 0:
                    raise TimeoutExpired(self.args, timeout)
                if fd >= 0:
                    _wait_ready([(fd, _READ)], rest)
        finally:
            if fd >= 0:
                os.close(fd)

    def send_signal(self, sig):
        """Sends it a signal unless it has ended."""
        if self.poll() is None:
            try:
                os.kill(self.pid, sig)
            except ProcessLookupError:
                pass

    def terminate(self):
        """Asks it to end (SIGTERM)."""
        self.send_signal(signal.SIGTERM)

    def kill(self):
        """Ends it (SIGKILL)."""
        self.send_signal(signal.SIGKILL)

    # --- What it writes and reads

    def communicate(self, input=None, timeout=None):
        """Gives it `input` and waits for its end: (stdout, stderr), None for what is no pipe."""
        if self._communication is not None and input:
            raise ValueError('Cannot send input after starting communication')
        deadline = None if timeout is None else time.monotonic() + timeout
        try:
            output = self._exchange(input, deadline, timeout)
        except KeyboardInterrupt:
            wait = min(self._sigint_wait_secs, 0 if timeout == 0 else self._sigint_wait_secs)
            self._sigint_wait_secs = 0
            try:
                self.wait(timeout=wait)
            except TimeoutExpired:
                pass
            raise
        try:
            self.wait(None if deadline is None else max(deadline - time.monotonic(), 0))
        except TimeoutExpired:
            raise TimeoutExpired(self.args, timeout, *self._partial_output()) from None
        self._communication = None
        return output

    def _exchange(self, input, deadline, timeout):
        state = self._communication
        if state is None:
            if self.stdin:
                try:
                    self.stdin.flush()
                except BrokenPipeError:
                    pass
                if not input:
                    try:
                        self.stdin.close()
                    except BrokenPipeError:
                        pass
            data = None
            if self.stdin and input:
                if self.text_mode:
                    input = input.encode(self.stdin.encoding, self.stdin.errors)
                data = memoryview(input)
            pieces = {stream: [] for stream in (self.stdout, self.stderr) if stream}
            state = self._communication = [data, 0, pieces]
        data, _, pieces = state
        if data is not None and not self.stdin.closed:
            # What is there already of a stream that was read before.
            pass
        reading = {stream.fileno(): stream for stream in pieces if not stream.closed}
        writing = self.stdin.fileno() if data is not None and not self.stdin.closed else None
        while reading or writing is not None:
            rest = None
            if deadline is not None:
                rest = deadline - time.monotonic()
                if rest < 0:
                    raise TimeoutExpired(self.args, timeout, *self._partial_output())
            watched = [(fd, _READ) for fd in reading]
            if writing is not None:
                watched.append((writing, _WRITE))
            for fd in _wait_ready(watched, rest):
                if fd == writing:
                    try:
                        state[1] += os.write(fd, data[state[1]:state[1] + _PIPE_BUF])
                        finished = state[1] >= len(data)
                    except BrokenPipeError:
                        finished = True
                    if finished:
                        writing = None
                        try:
                            self.stdin.close()
                        except BrokenPipeError:
                            pass
                    continue
                stream = reading[fd]
                piece = os.read(fd, _READ_SIZE)
                if piece:
                    pieces[stream].append(piece)
                else:
                    del reading[fd]
                    stream.close()
        return tuple(None if stream is None else self._decode(b''.join(pieces[stream]), stream)
                     for stream in (self.stdout, self.stderr))

    def _decode(self, data, stream):
        if not self.text_mode:
            return data
        text = data.decode(stream.encoding, stream.errors)
        return text.replace('\r\n', '\n').replace('\r', '\n')

    def _partial_output(self):
        pieces = self._communication[2] if self._communication is not None else {}
        return tuple(b''.join(pieces[stream]) if pieces.get(stream) else None
                     for stream in (self.stdout, self.stderr))


def _number_of(given, name, module):
    """The number of a user or group, which may be a name; None for none."""
    if given is None:
        return None
    if isinstance(given, str):
        entries = __import__(module)
        if module == 'pwd':
            return entries.getpwnam(given).pw_uid
        return entries.getgrnam(given).gr_gid
    if not isinstance(given, int):
        raise TypeError(f'{name.capitalize()} must be a string or an integer, not {type(given)}')
    if given < 0:
        raise ValueError(f'{name.capitalize()} ID cannot be negative, got {given}')
    return given


def _close_quietly(fd):
    try:
        os.close(fd)
    except OSError:
        pass
