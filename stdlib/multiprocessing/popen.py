"""Starting a child, by fork or as a fresh interpreter, and its end."""

import io
import os
from _descriptors import READ as _READ, wait_ready as _wait_ready
from _multiprocessing import forget_other_fibers as _forget_other_fibers
from multiprocessing import util


class ForkPopen:
    """A child that goes on with what this process has in memory."""

    method = 'fork'

    def __init__(self, process):
        util._flush_std_streams()
        self.returncode = None
        self._sentinel = None
        # What is told of its end by has to be there, or no child is made.
        reserved = os.pidfd_open(os.getpid())
        try:
            self.pid = self._launch(process, reserved)
        finally:
            os.close(reserved)
        self._sentinel = os.pidfd_open(self.pid)

    def _launch(self, process, reserved):
        pid = os.fork()
        if pid == 0:
            code = 1
            try:
                os.close(reserved)
                # What other fibers and callers do is the parent's business.
                _forget_other_fibers()
                code = process._bootstrap()
            finally:
                os._exit(code)
        return pid

    @property
    def sentinel(self):
        """A descriptor that is ready when the child has ended."""
        return self._sentinel

    def poll(self, flag=os.WNOHANG):
        """The exit status; None as long as it runs."""
        if self.returncode is None:
            try:
                pid, status = os.waitpid(self.pid, flag)
            except OSError:
                # Somebody else's child, or its status was taken.
                return None
            if pid == self.pid:
                self.returncode = os.waitstatus_to_exitcode(status)
        return self.returncode

    def wait(self, timeout=None):
        """Waits for its end, or so many seconds; the exit status or None."""
        if self.returncode is not None:
            return self.returncode
        if timeout is None:
            return self.poll(0)
        if self.poll() is None and timeout > 0:
            _wait_ready([(self.sentinel, _READ)], timeout)
        return self.poll()

    def _send_signal(self, number):
        if self.returncode is None:
            try:
                os.kill(self.pid, number)
            except ProcessLookupError:
                pass
            except OSError:
                if self.wait(timeout=0.1) is None:
                    raise

    def terminate(self):
        """SIGTERM."""
        self._send_signal(15)

    def kill(self):
        """SIGKILL."""
        self._send_signal(9)

    def close(self):
        """Closes the sentinel."""
        if self._sentinel is not None:
            os.close(self._sentinel)
            self._sentinel = None

    def __del__(self):
        self.close()


class SpawnPopen(ForkPopen):
    """A child that is a fresh interpreter, and is sent what it needs."""

    method = 'spawn'

    def __init__(self, process):
        self._descriptors = set()
        super().__init__(process)

    def duplicate_for_child(self, fd):
        """Has the child inherit a descriptor: its number there."""
        self._descriptors.add(fd)
        return fd

    def _launch(self, process, reserved):
        data = self._pickle(process)
        reader, writer = os.pipe()
        try:
            try:
                pid = self._start_interpreter(reader)
            finally:
                os.close(reader)
            try:
                while data:
                    data = data[os.write(writer, data):]
            except BrokenPipeError:
                # It has ended, which its exit status tells.
                pass
        finally:
            os.close(writer)
        return pid

    def _pickle(self, process):
        from multiprocessing import context, spawn
        from multiprocessing.reduction import dump
        preparation = spawn.get_preparation_data(process._name)
        stream = io.BytesIO()
        context.set_spawning_popen(self)
        try:
            dump(preparation, stream)
            dump(process, stream)
        finally:
            context.set_spawning_popen(None)
        return stream.getbuffer()

    def _start_interpreter(self, reader):
        from _posixsubprocess import fork_exec
        from multiprocessing import spawn
        words = [os.fsencode(word) for word in spawn.get_command_line(pipe_handle=reader)]
        pid, error, _, _ = fork_exec(
            words, words[:1], True, sorted({reader, *self._descriptors}), None, None, -1, -1, -1,
            False, False, -1, None, None, None, -1, None)
        if error:
            raise OSError(error, os.strerror(error), os.fsdecode(words[0]))
        return pid
