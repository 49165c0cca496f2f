# loop.subprocess_exec() and subprocess_shell(): what a protocol is told of a child process.
import asyncio


class Recorder(asyncio.SubprocessProtocol):
    def __init__(self):
        self.output = {1: b'', 2: b''}
        self.calls = []
        self.ended = asyncio.get_running_loop().create_future()

    def connection_made(self, transport):
        self.calls.append('made')
        self.transport = transport

    def pipe_data_received(self, fd, data):
        self.output[fd] += data

    def pipe_connection_lost(self, fd, exc):
        self.calls.append((fd, exc))

    def process_exited(self):
        self.calls.append('exited')

    def connection_lost(self, exc):
        self.calls.append('lost')
        self.ended.set_result(exc)


def shown(calls):
    return calls[0], sorted(map(str, calls[1:-1])), calls[-1]


async def main():
    loop = asyncio.get_running_loop()
    transport, protocol = await loop.subprocess_exec(Recorder, 'sh', '-c', 'cat; echo err >&2')
    print(type(transport).__name__, isinstance(transport, asyncio.SubprocessTransport))
    print(transport is protocol.transport, transport.get_protocol() is protocol,
          transport.get_returncode(), transport.is_closing())
    print(transport.get_extra_info('subprocess').pid == transport.get_pid())
    print([type(transport.get_pipe_transport(fd)).__name__ for fd in range(4)])
    stdin = transport.get_pipe_transport(0)
    stdin.write(b'hello ')
    stdin.write(b'world')
    stdin.write_eof()
    print(await protocol.ended, protocol.output, shown(protocol.calls), transport.get_returncode())
    try:
        transport.kill()
    except ProcessLookupError as error:
        print(repr(error))
    transport.close()
    transport.close()
    print(transport.is_closing())

    transport, protocol = await loop.subprocess_shell(Recorder, 'echo out; exit 4', stdin=None,
                                                      stderr=None)
    print(transport.get_pipe_transport(0), transport.get_pipe_transport(2))
    print(await protocol.ended, protocol.output, shown(protocol.calls), transport.get_returncode())
    print(repr(transport).replace(str(transport.get_pid()), 'PID').split(' stdout')[0])

    # Closing kills.
    transport, protocol = await loop.subprocess_exec(Recorder, 'sleep', '100')
    print(repr(transport).replace(str(transport.get_pid()), 'PID').split(' stdin')[0])
    transport.close()
    print(await protocol.ended, shown(protocol.calls), transport.get_returncode())

    # The end of the reader is told to the writer.
    transport, protocol = await loop.subprocess_exec(Recorder, 'sh', '-c', 'exec <&-; sleep 0.1')
    print(await protocol.ended, shown(protocol.calls))

    # Errors of the factory.
    try:
        await loop.subprocess_exec(lambda: 1 / 0, 'true')
    except ZeroDivisionError as error:
        print(repr(error))
    try:
        await loop.subprocess_shell(Recorder, 5)
    except ValueError as error:
        print(error)


asyncio.run(main())
