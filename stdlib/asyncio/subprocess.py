"""Child processes with await."""

import subprocess

from asyncio import events, protocols, streams, tasks

__all__ = ('create_subprocess_exec', 'create_subprocess_shell')

PIPE = subprocess.PIPE
STDOUT = subprocess.STDOUT
DEVNULL = subprocess.DEVNULL


class SubprocessStreamProtocol(streams.FlowControlMixin, protocols.SubprocessProtocol):
    """Feeds the streams of a process."""

    def __init__(self, limit, loop):
        super().__init__(loop=loop)
        self._limit = limit
        self.stdin = self.stdout = self.stderr = None
        self._transport = None
        self._process_exited = False
        self._open_pipes = set()
        self._stdin_closed = loop.create_future()

    def __repr__(self):
        info = [type(self).__name__]
        info += [f'{name}={stream!r}' for name in ('stdin', 'stdout', 'stderr')
                 if (stream := getattr(self, name)) is not None]
        return f"<{' '.join(info)}>"

    def _reader(self, fd):
        return self.stdout if fd == 1 else self.stderr if fd == 2 else None

    def connection_made(self, transport):
        """The process runs."""
        self._transport = transport
        for fd, name in ((1, 'stdout'), (2, 'stderr')):
            pipe = transport.get_pipe_transport(fd)
            if pipe is not None:
                reader = streams.StreamReader(limit=self._limit, loop=self._loop)
                reader.set_transport(pipe)
                setattr(self, name, reader)
                self._open_pipes.add(fd)
        pipe = transport.get_pipe_transport(0)
        if pipe is not None:
            self.stdin = streams.StreamWriter(pipe, protocol=self, reader=None, loop=self._loop)

    def pipe_data_received(self, fd, data):
        """It has written."""
        reader = self._reader(fd)
        if reader is not None:
            reader.feed_data(data)

    def pipe_connection_lost(self, fd, exc):
        """A pipe is closed."""
        if fd == 0:
            if self.stdin is not None:
                self.stdin.close()
            self.connection_lost(exc)
            if not self._stdin_closed.done():
                if exc is None:
                    self._stdin_closed.set_result(None)
                else:
                    self._stdin_closed.set_exception(exc)
                    self._stdin_closed.exception()  # whoever waits for it is told
            return
        reader = self._reader(fd)
        if reader is not None:
            if exc is None:
                reader.feed_eof()
            else:
                reader.set_exception(exc)
        self._open_pipes.discard(fd)
        self._close_if_over()

    def process_exited(self):
        """It has ended."""
        self._process_exited = True
        self._close_if_over()

    def _close_if_over(self):
        if self._process_exited and not self._open_pipes and self._transport is not None:
            self._transport.close()
            self._transport = None

    def _get_close_waiter(self, stream):
        return self._stdin_closed if stream is self.stdin else None


class Process:
    """A child process."""

    def __init__(self, transport, protocol, loop):
        self._transport = transport
        self._protocol = protocol
        self._loop = loop
        self.stdin = protocol.stdin
        self.stdout = protocol.stdout
        self.stderr = protocol.stderr
        self.pid = transport.get_pid()

    def __repr__(self):
        return f'<{type(self).__name__} {self.pid}>'

    @property
    def returncode(self):
        """How it ended; None: it has not."""
        return self._transport.get_returncode()

    async def wait(self):
        """Waits for its end: the exit status."""
        return await self._transport._wait()

    def send_signal(self, signal):
        """Sends it a signal."""
        self._transport.send_signal(signal)

    def terminate(self):
        """Asks it to end (SIGTERM)."""
        self._transport.terminate()

    def kill(self):
        """Ends it (SIGKILL)."""
        self._transport.kill()

    async def _feed(self, data):
        if data is not None:
            self.stdin.write(data)
            try:
                await self.stdin.drain()
            except (BrokenPipeError, ConnectionResetError):
                pass  # it does not want more
        if self.stdin is not None:
            self.stdin.close()

    async def _read_all(self, fd, stream):
        if stream is None:
            return None
        data = await stream.read()
        self._transport.get_pipe_transport(fd).close()
        return data

    async def communicate(self, input=None):
        """Gives it `input` and waits for its end: (stdout, stderr), None for what is no pipe."""
        _, stdout, stderr = await tasks.gather(self._feed(input), self._read_all(1, self.stdout),
                                               self._read_all(2, self.stderr))
        await self.wait()
        return stdout, stderr


async def create_subprocess_shell(cmd, stdin=None, stdout=None, stderr=None,
                                  limit=streams._DEFAULT_LIMIT, **kwds):
    """Runs a command of the shell: a Process."""
    loop = events.get_running_loop()
    transport, protocol = await loop.subprocess_shell(
        lambda: SubprocessStreamProtocol(limit=limit, loop=loop), cmd, stdin=stdin, stdout=stdout,
        stderr=stderr, **kwds)
    return Process(transport, protocol, loop)


async def create_subprocess_exec(program, *args, stdin=None, stdout=None, stderr=None,
                                 limit=streams._DEFAULT_LIMIT, **kwds):
    """Runs a program: a Process."""
    loop = events.get_running_loop()
    transport, protocol = await loop.subprocess_exec(
        lambda: SubprocessStreamProtocol(limit=limit, loop=loop), program, *args, stdin=stdin,
        stdout=stdout, stderr=stderr, **kwds)
    return Process(transport, protocol, loop)
