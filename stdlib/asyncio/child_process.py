"""The transport of a child process: its pipes, and its end, which a descriptor of the loop tells."""

import os
import subprocess

from asyncio import futures, protocols, transports


class _PipeProtocol(protocols.BaseProtocol):
    """Tells the transport of a process what happens at one of its pipes."""

    def __init__(self, process, fd):
        self.process = process
        self.fd = fd
        self.pipe = None
        self.disconnected = False

    def __repr__(self):
        return f'<{type(self).__name__} fd={self.fd} pipe={self.pipe!r}>'

    def connection_made(self, transport):
        self.pipe = transport

    def connection_lost(self, exc):
        self.disconnected = True
        process, self.process = self.process, None
        process._pipe_is_closed(self.fd, exc)


class WriteSubprocessPipeProto(_PipeProtocol):
    """For the standard input."""

    def pause_writing(self):
        self.process._protocol.pause_writing()

    def resume_writing(self):
        self.process._protocol.resume_writing()


class ReadSubprocessPipeProto(_PipeProtocol, protocols.Protocol):
    """For the standard output and error."""

    def data_received(self, data):
        self.process._tell('pipe_data_received', self.fd, data)


class ProcessTransport(transports.SubprocessTransport):
    """A child process; its protocol is told in the order in which things happened."""

    def __init__(self, loop, protocol, args, shell, stdin, stdout, stderr, options):
        super().__init__()
        self._loop = loop
        self._protocol = protocol
        self._closed = False
        self._returncode = None
        self._exit_waiters = []
        self._pipes = {}
        self._watched = None
        # What is to be told until the protocol knows of the connection.
        self._held_back = []
        self._process = subprocess.Popen(args, shell=shell, stdin=stdin, stdout=stdout,
                                         stderr=stderr, bufsize=0, **options)
        self._pid = self._process.pid
        self._files = (self._process.stdin, self._process.stdout, self._process.stderr)
        self._extra['subprocess'] = self._process
        for fd, file in enumerate(self._files):
            if file is not None:
                kind = ReadSubprocessPipeProto if fd else WriteSubprocessPipeProto
                self._pipes[fd] = kind(self, fd)
        try:
            self._watched = os.pidfd_open(self._pid)
            loop._add_reader(self._watched, self._has_ended)
        except BaseException:
            self._end_watch()
            self._process.kill()
            self._process.wait()
            self._close_files()
            raise
        loop._processes.add(self)

    def __repr__(self):
        info = [type(self).__name__]
        if self._closed:
            info.append('closed')
        info.append(f'pid={self._pid}')
        info.append('running' if self._returncode is None else f'returncode={self._returncode}')
        info += [f'{name}={self._pipes[fd].pipe}'
                 for fd, name in enumerate(('stdin', 'stdout', 'stderr')) if fd in self._pipes]
        return f"<{' '.join(info)}>"

    async def _connect(self):
        """Makes the transports of the pipes, then tells the protocol."""
        loop = self._loop
        try:
            for fd, pipe in list(self._pipes.items()):
                connect = loop.connect_read_pipe if fd else loop.connect_write_pipe
                await connect(lambda pipe=pipe: pipe, self._files[fd])
            loop.call_soon(self._protocol.connection_made, self)
            held_back, self._held_back = self._held_back, None
            for call in held_back:
                loop.call_soon(*call)
            waiter = loop.create_future()
            loop.call_soon(futures._set_result_unless_cancelled, waiter, None)
            await waiter
        except BaseException:
            self.close()
            self._close_files()
            await self._wait()
            raise

    def _close_files(self):
        for file in self._files:
            if file is not None:
                file.close()

    def _call(self, *call):
        if self._held_back is None:
            self._loop.call_soon(*call)
        else:
            self._held_back.append(call)

    def _tell(self, name, *args):
        self._call(getattr(self._protocol, name), *args)

    def _end_watch(self):
        watched, self._watched = self._watched, None
        if watched is not None:
            self._loop._remove_reader(watched)
            os.close(watched)

    def _has_ended(self):
        returncode = self._process.poll()
        if returncode is None:
            return
        self._end_watch()
        self._loop._processes.discard(self)
        self._returncode = returncode
        self._tell('process_exited')
        self._finish_if_all_ended()
        waiters, self._exit_waiters = self._exit_waiters, None
        for waiter in waiters:
            futures._set_result_unless_cancelled(waiter, returncode)

    async def _wait(self):
        """Waits for the end: the exit status."""
        if self._returncode is None:
            waiter = self._loop.create_future()
            self._exit_waiters.append(waiter)
            await waiter
        return self._returncode

    def _pipe_is_closed(self, fd, error):
        self._tell('pipe_connection_lost', fd, error)
        self._finish_if_all_ended()

    def _finish_if_all_ended(self):
        if self._returncode is not None and all(pipe.disconnected
                                                for pipe in self._pipes.values()):
            self._call(self._call_connection_lost)

    def _call_connection_lost(self):
        protocol, self._protocol = self._protocol, None
        self._process = None
        if protocol is not None:
            protocol.connection_lost(None)

    def set_protocol(self, protocol):
        """Tells another protocol from now on."""
        self._protocol = protocol

    def get_protocol(self):
        """Who is told."""
        return self._protocol

    def is_closing(self):
        """Whether it is closed."""
        return self._closed

    def close(self):
        """Closes the pipes and kills the process unless it has ended."""
        if self._closed:
            return
        self._closed = True
        for pipe in self._pipes.values():
            if pipe.pipe is not None:
                pipe.pipe.close()
        if self._process is not None and self._returncode is None:
            self._process.kill()

    def _abandon(self):
        """The loop is closed: nobody will see the end."""
        self._end_watch()
        if self._process is not None:
            self._process.kill()
            self._close_files()

    def get_pid(self):
        """The number of the process."""
        return self._pid

    def get_returncode(self):
        """How it ended; None: it has not."""
        return self._returncode

    def get_pipe_transport(self, fd):
        """The transport of one of its pipes; None."""
        pipe = self._pipes.get(fd)
        return None if pipe is None else pipe.pipe

    def _check_process(self):
        if self._process is None:
            raise ProcessLookupError()

    def send_signal(self, signal):
        """Sends it a signal."""
        self._check_process()
        self._process.send_signal(signal)

    def terminate(self):
        """Asks it to end."""
        self._check_process()
        self._process.terminate()

    def kill(self):
        """Ends it."""
        self._check_process()
        self._process.kill()


ProcessTransport.__name__ = ProcessTransport.__qualname__ = '_UnixSubprocessTransport'


async def start_process(loop, protocol_factory, args, shell, stdin, stdout, stderr, bufsize, options):
    """Starts a program for loop.subprocess_exec() and loop.subprocess_shell()."""
    for name, required in (('universal_newlines', False), ('shell', shell), ('text', False),
                           ('encoding', None), ('errors', None)):
        given = options.pop(name, required)
        if given is not required and (required is None or bool(given) != required):
            raise ValueError(f'{name} must be {required}')
    if bufsize != 0:
        raise ValueError('bufsize must be 0')
    protocol = protocol_factory()
    transport = ProcessTransport(loop, protocol, args, shell, stdin, stdout, stderr, options)
    await transport._connect()
    return transport, protocol
