"""The part of the event loop that has to do with descriptors, sockets and pipes."""

import os
import socket
from itertools import zip_longest

from _fiber import call_soon as _call_in_fiber
from asyncio import events, exceptions, futures, tasks
from asyncio.socket_transports import (TransportSocket, _DatagramTransport, _ReadPipeTransport,
                                       _SocketTransport, _WritePipeTransport, _WOULD_BLOCK)

__all__ = ('Server',)


def _descriptor(fd):
    """The descriptor of a file, or the number itself."""
    try:
        number = fd if isinstance(fd, int) else int(fd.fileno())
    except (AttributeError, TypeError, ValueError):
        raise ValueError(f'Invalid file object: {fd!r}') from None
    if number < 0:
        raise ValueError(f'Invalid file descriptor: {number}')
    return number


class Server(events.AbstractServer):
    """What create_server() returns."""

    def __init__(self, loop, sockets, protocol_factory, ssl_context, backlog,
                 ssl_handshake_timeout=None, ssl_shutdown_timeout=None):
        self._loop = loop
        self._sockets = sockets
        self._active_count = 0
        self._waiters = []
        self._protocol_factory = protocol_factory
        self._backlog = backlog
        self._ssl_context = ssl_context
        self._ssl_timeouts = ssl_handshake_timeout, ssl_shutdown_timeout
        self._serving = False
        self._serving_forever = None

    def __repr__(self):
        return f'<{type(self).__name__} sockets={self.sockets!r}>'

    def _attach(self):
        self._active_count += 1

    def _detach(self):
        self._active_count -= 1
        if self._active_count == 0 and self._sockets is None:
            self._wakeup()

    def _wakeup(self):
        waiters, self._waiters = self._waiters, None
        for waiter in waiters or ():
            if not waiter.done():
                waiter.set_result(None)

    def get_loop(self):
        """The loop it belongs to."""
        return self._loop

    def is_serving(self):
        """Whether it takes connections."""
        return self._serving

    @property
    def sockets(self):
        """The sockets it listens at."""
        if self._sockets is None:
            return ()
        return tuple(TransportSocket(sock) for sock in self._sockets)

    def close(self):
        """Takes no more connections; those that are there stay."""
        sockets, self._sockets = self._sockets, None
        if sockets is None:
            return
        for sock in sockets:
            self._loop._stop_serving(sock)
        self._serving = False
        if self._serving_forever is not None and not self._serving_forever.done():
            self._serving_forever.cancel()
            self._serving_forever = None
        if self._active_count == 0:
            self._wakeup()

    def _start_serving(self):
        if self._serving:
            return
        self._serving = True
        for sock in self._sockets:
            sock.listen(self._backlog)
            self._loop._add_reader(sock.fileno(), self._loop._accept_ready, sock, self)

    async def start_serving(self):
        """Begins to take connections."""
        self._start_serving()
        await tasks.sleep(0)

    async def serve_forever(self):
        """Takes connections until it is cancelled."""
        if self._serving_forever is not None:
            raise RuntimeError(f'server {self!r} is already being awaited on serve_forever()')
        if self._sockets is None:
            raise RuntimeError(f'server {self!r} is closed')
        self._start_serving()
        self._serving_forever = self._loop.create_future()
        try:
            await self._serving_forever
        except exceptions.CancelledError:
            try:
                self.close()
                await self.wait_closed()
            finally:
                raise
        finally:
            self._serving_forever = None

    async def wait_closed(self):
        """Waits until the connections of a server that is being closed have ended."""
        if self._sockets is None or self._waiters is None:
            return
        waiter = self._loop.create_future()
        self._waiters.append(waiter)
        await waiter


class NetworkLoop:
    """What an event loop offers for descriptors."""

    # Descriptors and callbacks

    def _check_no_transport(self, fd):
        transport = self._transports.get(fd)
        if transport is not None and not transport.is_closing():
            raise RuntimeError(f'File descriptor {fd!r} is used by transport {transport!r}')

    def _add(self, handles, direction, fd, callback, args):
        self._check_closed()
        handle = events.Handle(callback, args, self, None)
        before = handles.get(fd)
        if before is not None:
            before.cancel()
        self._watch(fd, direction, handle)
        handles[fd] = handle
        return handle

    def _remove(self, handles, direction, fd):
        if self.is_closed():
            return False
        handle = handles.pop(fd, None)
        if handle is None:
            return False
        self._unwatch(fd, direction)
        handle.cancel()
        return True

    def _add_reader(self, fd, callback, *args):
        return self._add(self._readers, 1, fd, callback, args)

    def _remove_reader(self, fd):
        return self._remove(self._readers, 1, fd)

    def _add_writer(self, fd, callback, *args):
        return self._add(self._writers, 2, fd, callback, args)

    def _remove_writer(self, fd):
        return self._remove(self._writers, 2, fd)

    def add_reader(self, fd, callback, *args):
        """Calls the callback whenever the descriptor can be read."""
        fd = _descriptor(fd)
        self._check_no_transport(fd)
        self._add_reader(fd, callback, *args)

    def remove_reader(self, fd):
        """Undoes add_reader(); whether there was anything to undo."""
        fd = _descriptor(fd)
        self._check_no_transport(fd)
        return self._remove_reader(fd)

    def add_writer(self, fd, callback, *args):
        """Calls the callback whenever the descriptor can be written."""
        fd = _descriptor(fd)
        self._check_no_transport(fd)
        self._add_writer(fd, callback, *args)

    def remove_writer(self, fd):
        """Undoes add_writer(); whether there was anything to undo."""
        fd = _descriptor(fd)
        self._check_no_transport(fd)
        return self._remove_writer(fd)

    def _forget_descriptors(self):
        while self._processes:
            self._processes.pop()._abandon()
        for fd in list(self._readers):
            self._remove_reader(fd)
        for fd in list(self._writers):
            self._remove_writer(fd)

    # Sockets without transports

    def _check_socket(self, sock):
        if self.get_debug() and sock.gettimeout() != 0:
            raise ValueError('the socket must be non-blocking')
        self._check_no_transport(sock.fileno())

    async def _when_ready(self, sock, add, remove, attempt):
        """Tries until the call does not have to wait any more."""
        self._check_socket(sock)
        try:
            return attempt()
        except _WOULD_BLOCK:
            pass
        fd = sock.fileno()
        while True:
            waiter = self.create_future()
            handle = add(fd, futures._set_result_unless_cancelled, waiter, None)
            try:
                await waiter
            finally:
                if not handle.cancelled():
                    remove(fd)
            try:
                return attempt()
            except _WOULD_BLOCK:
                continue

    def _to_read(self, sock, attempt):
        return self._when_ready(sock, self._add_reader, self._remove_reader, attempt)

    def _to_write(self, sock, attempt):
        return self._when_ready(sock, self._add_writer, self._remove_writer, attempt)

    async def sock_recv(self, sock, n):
        """Receives up to n bytes."""
        return await self._to_read(sock, lambda: sock.recv(n))

    async def sock_recv_into(self, sock, buf):
        """Receives into a buffer: the number of bytes."""
        return await self._to_read(sock, lambda: sock.recv_into(buf))

    async def sock_recvfrom(self, sock, bufsize):
        """Receives a datagram: its bytes and who sent it."""
        return await self._to_read(sock, lambda: sock.recvfrom(bufsize))

    async def sock_recvfrom_into(self, sock, buf, nbytes=0):
        """Receives a datagram into a buffer: the number of bytes and who sent it."""
        return await self._to_read(sock, lambda: sock.recvfrom_into(buf, nbytes or len(buf)))

    async def sock_sendall(self, sock, data):
        """Sends all of the bytes."""
        rest = memoryview(data)
        while len(rest):
            sent = await self._to_write(sock, lambda: sock.send(rest))
            rest = rest[sent:]

    async def sock_sendto(self, sock, data, address):
        """Sends a datagram: how many bytes were taken."""
        return await self._to_write(sock, lambda: sock.sendto(data, address))

    async def sock_accept(self, sock):
        """Waits for a connection: a socket for it and the peer's address."""
        made, address = await self._to_read(sock, sock.accept)
        made.setblocking(False)
        return made, address

    async def sock_connect(self, sock, address):
        """Connects a socket."""
        self._check_socket(sock)
        if sock.family in (socket.AF_INET, socket.AF_INET6):
            found = await self._resolve(address, sock.family, sock.type, sock.proto)
            address = found[0][4]
        try:
            sock.connect(address)
            return
        except _WOULD_BLOCK:
            pass
        fd = sock.fileno()
        waiter = self.create_future()
        handle = self._add_writer(fd, futures._set_result_unless_cancelled, waiter, None)
        try:
            await waiter
        finally:
            if not handle.cancelled():
                self._remove_writer(fd)
        number = sock.getsockopt(socket.SOL_SOCKET, socket.SO_ERROR)
        if number:
            raise OSError(number, f'Connect call failed {address}')

    async def sock_sendfile(self, sock, file, offset=0, count=None, *, fallback=True):
        """Sends a file opened in binary mode: how many bytes were sent."""
        self._check_socket(sock)
        from asyncio.file_sending import send_over_socket
        return await send_over_socket(self, sock, file, offset, count, fallback)

    async def sendfile(self, transport, file, offset=0, count=None, *, fallback=True):
        """Sends a file opened in binary mode over a transport: how many bytes were sent."""
        from asyncio.file_sending import send_over_transport
        return await send_over_transport(self, transport, file, offset, count, fallback)

    # Names

    async def _in_fiber(self, function, *args):
        """The result of a function that may wait as fibers do; the loop goes on meanwhile."""
        future = self.create_future()

        def run():
            try:
                result, error = function(*args), None
            except BaseException as failure:
                result, error = None, failure
            if self.is_closed() or future.done():
                return
            if error is None:
                self.call_soon_threadsafe(futures._set_result_unless_cancelled, future, result)
            else:
                self.call_soon_threadsafe(lambda: future.done() or future.set_exception(error))

        _call_in_fiber(run)
        return await future

    async def getaddrinfo(self, host, port, *, family=0, type=0, proto=0, flags=0):
        """socket.getaddrinfo(), while the loop goes on."""
        return await self._in_fiber(socket.getaddrinfo, host, port, family, type, proto, flags)

    async def getnameinfo(self, sockaddr, flags=0):
        """socket.getnameinfo(), while the loop goes on."""
        return await self._in_fiber(socket.getnameinfo, sockaddr, flags)

    async def _resolve(self, address, family=0, kind=socket.SOCK_STREAM, proto=0, flags=0):
        host, port = address[:2]
        try:
            return socket.getaddrinfo(host, port, family, kind, proto,
                                      flags | socket.AI_NUMERICHOST)
        except socket.gaierror:
            pass
        found = await self.getaddrinfo(host, port, family=family, type=kind, proto=proto,
                                       flags=flags)
        if not found:
            raise OSError('getaddrinfo() returned empty list')
        return found

    # Connections

    async def _make_transport(self, sock, protocol_factory, ssl, server_hostname, server_side=False,
                              server=None, extra=None, ssl_handshake_timeout=None,
                              ssl_shutdown_timeout=None):
        sock.setblocking(False)
        protocol = protocol_factory()
        waiter = self.create_future()
        if ssl:
            from asyncio.sslproto import encrypt
            tls = encrypt(self, protocol, ssl, waiter, server_side, server_hostname,
                          (ssl_handshake_timeout, ssl_shutdown_timeout))
            _SocketTransport(self, sock, tls, None, extra, server)
            transport = tls._app
        else:
            transport = _SocketTransport(self, sock, protocol, waiter, extra, server)
        try:
            await waiter
        except:
            transport.close()
            raise
        return transport, protocol

    async def start_tls(self, transport, protocol, sslcontext, *, server_side=False,
                        server_hostname=None, ssl_handshake_timeout=None,
                        ssl_shutdown_timeout=None):
        """Encrypts a connection from now on: the transport to go on with."""
        from asyncio.sslproto import start_tls
        return await start_tls(self, transport, protocol, sslcontext, server_side, server_hostname,
                               (ssl_handshake_timeout, ssl_shutdown_timeout))

    async def _connect_one(self, info, local_infos, failures):
        family, kind, proto, _, address = info
        sock = None
        try:
            sock = socket.socket(family, kind, proto)
            sock.setblocking(False)
            if local_infos is not None:
                for local_family, _, _, _, local in local_infos:
                    if local_family != family:
                        continue
                    try:
                        sock.bind(local)
                        break
                    except OSError as error:
                        failures.append(OSError(
                            error.errno, 'error while attempting to bind on address '
                                         f'{local!r}: {error.strerror.lower()}'))
                else:
                    raise failures.pop() if failures else OSError(
                        f'no matching local address with family={family} found')
            await self.sock_connect(sock, address)
            return sock
        except OSError as error:
            failures.append(error)
            if sock is not None:
                sock.close()
            return None
        except:
            if sock is not None:
                sock.close()
            raise

    async def create_connection(self, protocol_factory, host=None, port=None, *, ssl=None,
                                family=0, proto=0, flags=0, sock=None, local_addr=None,
                                server_hostname=None, ssl_handshake_timeout=None,
                                ssl_shutdown_timeout=None, happy_eyeballs_delay=None,
                                interleave=None):
        """Connects a stream socket: (transport, protocol)."""
        if server_hostname is not None and not ssl:
            raise ValueError('server_hostname is only meaningful with ssl')
        if server_hostname is None and ssl:
            if not host:
                raise ValueError('You must set server_hostname when using ssl without a host')
            server_hostname = host
        _check_timeouts(ssl, ssl_handshake_timeout, ssl_shutdown_timeout)
        if host is not None or port is not None:
            if sock is not None:
                raise ValueError('host/port and sock can not be specified at the same time')
            infos = await self._resolve((host, port), family, socket.SOCK_STREAM, proto, flags)
            local_infos = None
            if local_addr is not None:
                local_infos = await self._resolve(local_addr, family, socket.SOCK_STREAM, proto,
                                                  flags)
            if interleave:
                infos = _interleaved(infos)
            failures = []
            for info in infos:
                sock = await self._connect_one(info, local_infos, failures)
                if sock is not None:
                    break
            else:
                if len(failures) == 1 or all(str(each) == str(failures[0]) for each in failures):
                    raise failures[0]
                raise OSError('Multiple exceptions: {}'.format(', '.join(map(str, failures))))
        else:
            if sock is None:
                raise ValueError('host and port was not specified and no sock specified')
            if sock.type != socket.SOCK_STREAM:
                raise ValueError(f'A Stream Socket was expected, got {sock!r}')
        return await self._make_transport(sock, protocol_factory, ssl, server_hostname,
                                          ssl_handshake_timeout=ssl_handshake_timeout,
                                          ssl_shutdown_timeout=ssl_shutdown_timeout)

    async def create_unix_connection(self, protocol_factory, path=None, *, ssl=None, sock=None,
                                     server_hostname=None, ssl_handshake_timeout=None,
                                     ssl_shutdown_timeout=None):
        """Connects a Unix stream socket: (transport, protocol)."""
        if ssl and server_hostname is None:
            raise ValueError('you have to pass server_hostname when using ssl')
        if server_hostname is not None and not ssl:
            raise ValueError('server_hostname is only meaningful with ssl')
        _check_timeouts(ssl, ssl_handshake_timeout, ssl_shutdown_timeout)
        if path is not None:
            if sock is not None:
                raise ValueError('path and sock can not be specified at the same time')
            sock = socket.socket(socket.AF_UNIX, socket.SOCK_STREAM)
            try:
                sock.setblocking(False)
                await self.sock_connect(sock, os.fspath(path))
            except:
                sock.close()
                raise
        else:
            if sock is None:
                raise ValueError('no path and sock were specified')
            if sock.family != socket.AF_UNIX or sock.type != socket.SOCK_STREAM:
                raise ValueError(f'A UNIX Domain Stream Socket was expected, got {sock!r}')
        return await self._make_transport(sock, protocol_factory, ssl, server_hostname,
                                          ssl_handshake_timeout=ssl_handshake_timeout,
                                          ssl_shutdown_timeout=ssl_shutdown_timeout)

    async def connect_accepted_socket(self, protocol_factory, sock, *, ssl=None,
                                      ssl_handshake_timeout=None, ssl_shutdown_timeout=None):
        """A transport for a connection that was accepted elsewhere: (transport, protocol)."""
        if sock.type != socket.SOCK_STREAM:
            raise ValueError(f'A Stream Socket was expected, got {sock!r}')
        _check_timeouts(ssl, ssl_handshake_timeout, ssl_shutdown_timeout)
        return await self._make_transport(sock, protocol_factory, ssl, '', server_side=True,
                                          ssl_handshake_timeout=ssl_handshake_timeout,
                                          ssl_shutdown_timeout=ssl_shutdown_timeout)

    # Servers

    def _accept_ready(self, sock, server):
        for _ in range(server._backlog):
            try:
                made, address = sock.accept()
            except (*_WOULD_BLOCK, ConnectionAbortedError):
                return
            except OSError as error:
                import errno
                if error.errno not in (errno.EMFILE, errno.ENFILE, errno.ENOBUFS, errno.ENOMEM):
                    raise
                # Others have to end before there is room for more.
                self.call_exception_handler({
                    'message': 'socket.accept() out of system resource', 'exception': error,
                    'socket': TransportSocket(sock)})
                self._remove_reader(sock.fileno())
                self.call_later(1, self._accept_again, sock, server)
                return
            made.setblocking(False)
            self._serve(made, address, server)

    def _accept_again(self, sock, server):
        if server._serving and sock.fileno() >= 0:
            self._add_reader(sock.fileno(), self._accept_ready, sock, server)

    def _serve(self, sock, address, server):
        try:
            protocol = server._protocol_factory()
            if server._ssl_context:
                from asyncio.sslproto import encrypt
                protocol = encrypt(self, protocol, server._ssl_context, None, True, None,
                                   server._ssl_timeouts)
            _SocketTransport(self, sock, protocol, None, {'peername': address}, server)
        except (SystemExit, KeyboardInterrupt):
            raise
        except BaseException as error:
            sock.close()
            self.call_exception_handler({
                'message': 'Error on transport creation for incoming connection',
                'exception': error})

    def _stop_serving(self, sock):
        self._remove_reader(sock.fileno())
        sock.close()

    async def create_server(self, protocol_factory, host=None, port=None, *,
                            family=socket.AF_UNSPEC, flags=socket.AI_PASSIVE, sock=None,
                            backlog=100, ssl=None, reuse_address=None, reuse_port=None,
                            ssl_handshake_timeout=None, ssl_shutdown_timeout=None,
                            start_serving=True):
        """A server that listens at host and port."""
        if isinstance(ssl, bool):
            raise TypeError('ssl argument must be an SSLContext or None')
        _check_timeouts(ssl, ssl_handshake_timeout, ssl_shutdown_timeout)
        if host is not None or port is not None:
            if sock is not None:
                raise ValueError('host/port and sock can not be specified at the same time')
            hosts = [None] if host is None or host == '' else (
                [host] if isinstance(host, str) else list(host))
            infos = []
            for each in hosts:
                for info in await self._resolve((each, port), family, socket.SOCK_STREAM, 0,
                                                flags):
                    if info not in infos:
                        infos.append(info)
            sockets = []
            try:
                for info in infos:
                    made = self._listener(info, reuse_address, reuse_port)
                    if made is not None:
                        sockets.append(made)
            except:
                for made in sockets:
                    made.close()
                raise
        else:
            if sock is None:
                raise ValueError('Neither host/port nor sock were specified')
            if sock.type != socket.SOCK_STREAM:
                raise ValueError(f'A Stream Socket was expected, got {sock!r}')
            sockets = [sock]
        return await self._make_server(sockets, protocol_factory, ssl, backlog, start_serving,
                                       (ssl_handshake_timeout, ssl_shutdown_timeout))

    def _listener(self, info, reuse_address, reuse_port):
        family, kind, proto, _, address = info
        try:
            sock = socket.socket(family, kind, proto)
        except OSError:
            return None  # a family this host does not have
        try:
            if reuse_address is None or reuse_address:
                sock.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, True)
            if reuse_port:
                sock.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEPORT, True)
            if family == socket.AF_INET6:
                sock.setsockopt(socket.IPPROTO_IPV6, socket.IPV6_V6ONLY, True)
            try:
                sock.bind(address)
            except OSError as error:
                raise OSError(error.errno, f'error while attempting to bind on address '
                                           f'{address!r}: {error.strerror.lower()}') from None
            return sock
        except:
            sock.close()
            raise

    async def _make_server(self, sockets, protocol_factory, ssl, backlog, start_serving,
                           ssl_timeouts):
        for sock in sockets:
            sock.setblocking(False)
        server = Server(self, sockets, protocol_factory, ssl, backlog, *ssl_timeouts)
        if start_serving:
            server._start_serving()
            await tasks.sleep(0)
        return server

    async def create_unix_server(self, protocol_factory, path=None, *, sock=None, backlog=100,
                                 ssl=None, ssl_handshake_timeout=None, ssl_shutdown_timeout=None,
                                 start_serving=True):
        """A server that listens at a Unix socket."""
        if isinstance(ssl, bool):
            raise TypeError('ssl argument must be an SSLContext or None')
        _check_timeouts(ssl, ssl_handshake_timeout, ssl_shutdown_timeout)
        if path is not None:
            if sock is not None:
                raise ValueError('path and sock can not be specified at the same time')
            path = os.fspath(path)
            sock = socket.socket(socket.AF_UNIX, socket.SOCK_STREAM)
            try:
                if path and path[0] not in (0, '\0'):
                    _remove_old_socket(path)
                try:
                    sock.bind(path)
                except OSError as error:
                    import errno
                    if error.errno == errno.EADDRINUSE:
                        raise OSError(error.errno, f'Address {path!r} is already in use') from None
                    raise
            except:
                sock.close()
                raise
        else:
            if sock is None:
                raise ValueError('path was not specified, and no sock specified')
            if sock.family != socket.AF_UNIX or sock.type != socket.SOCK_STREAM:
                raise ValueError(f'A UNIX Domain Stream Socket was expected, got {sock!r}')
        return await self._make_server([sock], protocol_factory, ssl, backlog, start_serving,
                                       (ssl_handshake_timeout, ssl_shutdown_timeout))

    # Datagrams and pipes

    async def create_datagram_endpoint(self, protocol_factory, local_addr=None, remote_addr=None,
                                       *, family=0, proto=0, flags=0, reuse_port=None,
                                       allow_broadcast=None, sock=None):
        """A socket for datagrams: (transport, protocol)."""
        address = None
        if sock is not None:
            if sock.type == socket.SOCK_STREAM:
                raise ValueError(f'A datagram socket was expected, got {sock!r}')
            if local_addr or remote_addr or family or proto or flags or reuse_port \
                    or allow_broadcast:
                raise ValueError('socket modifier keyword arguments can not be used when sock is '
                                 'specified.')
            sock.setblocking(False)
        else:
            if not (local_addr or remote_addr) and family == 0:
                raise ValueError('unexpected address family')
            local = remote = None
            if family == socket.AF_UNIX or isinstance(local_addr or remote_addr, (str, bytes)):
                family = socket.AF_UNIX
                local, remote = local_addr, remote_addr
            else:
                if remote_addr:
                    found = await self._resolve(remote_addr, family, socket.SOCK_DGRAM, proto,
                                                flags)
                    family, remote = found[0][0], found[0][4]
                if local_addr:
                    found = await self._resolve(local_addr, family, socket.SOCK_DGRAM, proto,
                                                flags)
                    family, local = found[0][0], found[0][4]
            sock = socket.socket(family, socket.SOCK_DGRAM, proto)
            try:
                sock.setblocking(False)
                if reuse_port:
                    sock.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEPORT, 1)
                if allow_broadcast:
                    sock.setsockopt(socket.SOL_SOCKET, socket.SO_BROADCAST, 1)
                if local:
                    sock.bind(local)
                if remote:
                    if not allow_broadcast:
                        await self.sock_connect(sock, remote)
                    address = remote
            except:
                sock.close()
                raise
        protocol = protocol_factory()
        waiter = self.create_future()
        transport = _DatagramTransport(self, sock, protocol, address, waiter)
        try:
            await waiter
        except:
            transport.close()
            raise
        return transport, protocol

    async def _connect_pipe(self, transport_class, protocol_factory, pipe):
        protocol = protocol_factory()
        waiter = self.create_future()
        transport = transport_class(self, pipe, protocol, waiter)
        try:
            await waiter
        except:
            transport.close()
            raise
        return transport, protocol

    async def connect_read_pipe(self, protocol_factory, pipe):
        """A transport that reads a pipe: (transport, protocol)."""
        return await self._connect_pipe(_ReadPipeTransport, protocol_factory, pipe)

    async def connect_write_pipe(self, protocol_factory, pipe):
        """A transport that writes a pipe: (transport, protocol)."""
        return await self._connect_pipe(_WritePipeTransport, protocol_factory, pipe)

    # Child processes

    async def subprocess_exec(self, protocol_factory, program, *args, stdin=-1, stdout=-1,
                              stderr=-1, bufsize=0, **options):
        """Runs a program: (transport, protocol)."""
        from asyncio.child_process import start_process
        return await start_process(self, protocol_factory, (program, *args), False, stdin, stdout,
                                   stderr, bufsize, options)

    async def subprocess_shell(self, protocol_factory, cmd, *, stdin=-1, stdout=-1, stderr=-1,
                               bufsize=0, **options):
        """Runs a command of the shell: (transport, protocol)."""
        if not isinstance(cmd, (bytes, str)):
            raise ValueError('cmd must be a string')
        from asyncio.child_process import start_process
        return await start_process(self, protocol_factory, cmd, True, stdin, stdout, stderr,
                                   bufsize, options)


def _check_timeouts(ssl, handshake_timeout, shutdown_timeout):
    for name, timeout in (('ssl_handshake_timeout', handshake_timeout),
                          ('ssl_shutdown_timeout', shutdown_timeout)):
        if timeout is not None and not ssl:
            raise ValueError(f'{name} is only meaningful with ssl')


def _remove_old_socket(path):
    import stat
    try:
        if stat.S_ISSOCK(os.stat(path).st_mode):
            os.remove(path)
    except OSError:
        pass


def _interleaved(infos):
    """Addresses of different families by turns."""
    by_family = {}
    for info in infos:
        by_family.setdefault(info[0], []).append(info)
    return [info for group in zip_longest(*by_family.values()) for info in group
            if info is not None]
