"""Encrypted connections.

The cryptography is OpenSSL's, in _ssl, which knows no descriptors; sockets here move what it wants
moved, and wait as any socket does. Peers are verified unless a program says otherwise.
"""

import os
import socket as _socket

import _ssl
from _ssl import OPENSSL_VERSION, OPENSSL_VERSION_NUMBER
from _ssl_constants import *
from _ssl_constants import (Options, Purpose, SSLCertVerificationError, SSLEOFError, SSLError,
    SSLWantReadError, SSLWantWriteError, TLSVersion, VerifyFlags, VerifyMode, _SSLMethod)

OPENSSL_VERSION_INFO = (OPENSSL_VERSION_NUMBER >> 28, OPENSSL_VERSION_NUMBER >> 20 & 0xff, 0,
                        OPENSSL_VERSION_NUMBER >> 4 & 0xff, OPENSSL_VERSION_NUMBER & 0xf)
HAS_SNI = HAS_ALPN = HAS_ECDH = HAS_TLSv1_2 = HAS_TLSv1_3 = True
HAS_NPN = HAS_SSLv2 = HAS_SSLv3 = HAS_NEVER_CHECK_COMMON_NAME = False
CHANNEL_BINDING_TYPES = []


class DefaultVerifyPaths(tuple):
    """Where certificates are looked for."""

    def __new__(cls):
        cafile = os.environ.get('SSL_CERT_FILE', '/usr/lib/ssl/cert.pem')
        capath = os.environ.get('SSL_CERT_DIR', '/usr/lib/ssl/certs')
        return tuple.__new__(cls, (cafile if os.path.isfile(cafile) else None,
                                   capath if os.path.isdir(capath) else None))

    cafile = property(lambda self: self[0])
    capath = property(lambda self: self[1])


def get_default_verify_paths():
    """Where certificates are looked for."""
    return DefaultVerifyPaths()


class SSLContext:
    """What connections have in common: certificates, what is trusted, versions."""

    sslsocket_class = None
    sslobject_class = None

    def __init__(self, protocol=None):
        if protocol is None:
            import warnings
            warnings.warn('ssl.SSLContext() without protocol argument is deprecated.',
                          DeprecationWarning, stacklevel=2)
            protocol = PROTOCOL_TLS
        self.protocol = _SSLMethod(protocol)
        self._context = _ssl.make_context()
        is_client = self.protocol == PROTOCOL_TLS_CLIENT
        self._check_hostname = is_client
        self._verify_mode = CERT_REQUIRED if is_client else CERT_NONE
        self._versions = [TLSVersion.MINIMUM_SUPPORTED, TLSVersion.MAXIMUM_SUPPORTED]
        self.verify_flags = VerifyFlags.VERIFY_X509_TRUSTED_FIRST
        self.post_handshake_auth = False
        self.keylog_filename = None
        self.hostname_checks_common_name = True
        self._context.set_version(False, TLSVersion.TLSv1_2)
        self.options |= Options.OP_NO_COMPRESSION

    @property
    def check_hostname(self):
        """Whether the certificate has to be for the host one wanted."""
        return self._check_hostname

    @check_hostname.setter
    def check_hostname(self, value):
        self._check_hostname = bool(value)
        if value and self._verify_mode == CERT_NONE:
            self._verify_mode = CERT_REQUIRED

    @property
    def verify_mode(self):
        """Whether the peer has to show a certificate that is trusted."""
        return self._verify_mode

    @verify_mode.setter
    def verify_mode(self, value):
        value = VerifyMode(value)
        if value == CERT_NONE and self._check_hostname:
            raise ValueError('Cannot set verify_mode to CERT_NONE when check_hostname is enabled.')
        self._verify_mode = value

    def _set_version(self, upper, value):
        value = TLSVersion(value)
        self._context.set_version(upper, max(value, 0))
        self._versions[upper] = value

    @property
    def minimum_version(self):
        """The lowest version that is spoken."""
        return self._versions[0]

    @minimum_version.setter
    def minimum_version(self, value):
        self._set_version(False, value)

    @property
    def maximum_version(self):
        """The highest version that is spoken."""
        return self._versions[1]

    @maximum_version.setter
    def maximum_version(self, value):
        self._set_version(True, value)

    @property
    def options(self):
        """OpenSSL's options."""
        return Options(self._context.options)

    @options.setter
    def options(self, value):
        self._context.options = int(value)

    def load_cert_chain(self, certfile, keyfile=None, password=None):
        """The certificate and the key one shows oneself by, from PEM files."""
        if callable(password):
            password = password()
        if isinstance(password, str):
            password = password.encode()
        certfile = os.fspath(certfile)
        keyfile = certfile if keyfile is None else os.fspath(keyfile)
        for path in (certfile, keyfile):
            if not os.path.exists(path):
                raise FileNotFoundError(2, 'No such file or directory')
        self._context.load_cert_chain(certfile, keyfile, bytes(password or b''))

    def load_verify_locations(self, cafile=None, capath=None, cadata=None):
        """Trusts these certificates: of a file, a folder, or PEM text or DER bytes."""
        if cafile is None and capath is None and cadata is None:
            raise TypeError('cafile, capath and cadata cannot be all omitted')
        if cafile is not None or capath is not None:
            for path in (cafile, capath):
                if path is not None and not os.path.exists(path):
                    raise FileNotFoundError(2, 'No such file or directory')
            self._context.load_verify_locations(cafile and os.fspath(cafile),
                                                capath and os.fspath(capath))
        if cadata is not None:
            text = cadata if isinstance(cadata, str) else DER_cert_to_PEM_cert(cadata)
            if not self._context.load_verify_text(text.encode('ascii')):
                raise SSLError(SSL_ERROR_SSL, 'not enough data: cadata does not contain a '
                                              'certificate')

    def load_default_certs(self, purpose=Purpose.SERVER_AUTH):
        """Trusts what the system does."""
        self._context.set_default_verify_paths()

    def set_default_verify_paths(self):
        """Trusts what the system does."""
        self._context.set_default_verify_paths()

    def set_ciphers(self, ciphers, /):
        """The ciphers to be used, as OpenSSL writes them."""
        try:
            self._context.set_ciphers(ciphers)
        except SSLError:
            raise SSLError('No cipher can be selected.') from None

    def set_alpn_protocols(self, alpn_protocols):
        """The protocols to agree on, the best first."""
        packed = bytearray()
        for protocol in alpn_protocols:
            name = protocol.encode('ascii')
            if not 0 < len(name) < 256:
                raise SSLError('ALPN protocols must be 1 to 255 bytes long')
            packed.append(len(name))
            packed += name
        self._context.set_alpn(packed)

    def _connection(self, server_side, server_hostname):
        if server_hostname is not None and not server_hostname:
            raise ValueError('server_hostname cannot be an empty string or start with a leading '
                             'dot.')
        if self._check_hostname and not server_side and server_hostname is None:
            raise ValueError('check_hostname requires server_hostname')
        if isinstance(server_hostname, bytes):
            server_hostname = server_hostname.decode('ascii')
        return _ssl.make_connection(self._context, server_side,
                                    None if server_side else server_hostname, self._verify_mode,
                                    self._check_hostname and not server_side)

    def wrap_socket(self, sock, server_side=False, do_handshake_on_connect=True,
                    suppress_ragged_eofs=True, server_hostname=None, session=None):
        """An encrypted socket in place of a plain one."""
        return (self.sslsocket_class or SSLSocket)._create(
            sock, server_side, do_handshake_on_connect, suppress_ragged_eofs, server_hostname,
            self)

    def wrap_bio(self, incoming, outgoing, server_side=False, server_hostname=None, session=None):
        """An encrypted connection over two buffers in memory."""
        return (self.sslobject_class or SSLObject)._create(incoming, outgoing, server_side,
                                                           server_hostname, self)


def create_default_context(purpose=Purpose.SERVER_AUTH, *, cafile=None, capath=None,
                           cadata=None):
    """A context with safe settings that trusts what the system does, or what is given."""
    if purpose is Purpose.SERVER_AUTH:
        context = SSLContext(PROTOCOL_TLS_CLIENT)
    elif purpose is Purpose.CLIENT_AUTH:
        context = SSLContext(PROTOCOL_TLS_SERVER)
    else:
        raise ValueError(purpose)
    if cafile or capath or cadata:
        context.load_verify_locations(cafile, capath, cadata)
    elif context.verify_mode != CERT_NONE:
        context.load_default_certs(purpose)
    return context


def _create_unverified_context(protocol=None, *, cert_reqs=CERT_NONE, check_hostname=False,
                               purpose=Purpose.SERVER_AUTH, certfile=None, keyfile=None,
                               cafile=None, capath=None, cadata=None):
    """A context that trusts everybody."""
    context = SSLContext(PROTOCOL_TLS_CLIENT if purpose is Purpose.SERVER_AUTH else
                         PROTOCOL_TLS_SERVER)
    context.check_hostname = check_hostname
    context.verify_mode = cert_reqs
    if certfile or keyfile:
        context.load_cert_chain(certfile, keyfile)
    if cafile or capath or cadata:
        context.load_verify_locations(cafile, capath, cadata)
    return context


_create_default_https_context = create_default_context
_create_stdlib_context = _create_unverified_context


class MemoryBIO:
    """A buffer that is written at one end and read at the other."""

    def __init__(self):
        self._bytes = bytearray()
        self._ended = False

    @property
    def pending(self):
        """How many bytes can be read."""
        return len(self._bytes)

    @property
    def eof(self):
        """Whether all was read and no more will come."""
        return self._ended and not self._bytes

    def read(self, size=-1, /):
        """Up to size bytes; all if negative."""
        count = len(self._bytes) if size < 0 else size
        data = bytes(self._bytes[:count])
        del self._bytes[:count]
        return data

    def write(self, b, /):
        """Adds bytes: how many."""
        if self._ended:
            raise SSLError('cannot write() after write_eof()')
        self._bytes += b
        return len(b)

    def write_eof(self):
        """No more will come."""
        self._ended = True


class _Asked:
    """What can be asked of a connection."""

    def _name_host(self, error):
        """Tells for which host a certificate was refused."""
        what = {62: 'Hostname', 64: 'IP address'}.get(error.verify_code)
        if what is not None:
            error.verify_message = (f'{what} mismatch, certificate is not valid for '
                                    f'{self.server_hostname!r}.')
            error.strerror = ('[SSL: CERTIFICATE_VERIFY_FAILED] certificate verify failed: '
                              f'{error.verify_message}')

    @property
    def context(self):
        """The context it was made of."""
        return self._context

    def getpeercert(self, binary_form=False):
        """The peer's certificate: a dict, empty if it was not verified; or bytes."""
        self._check_handshake()
        if binary_form:
            return self._tls.peer_certificate(True)
        if self._context.verify_mode == CERT_NONE:
            return {} if self._tls.peer_certificate(True) is not None else None
        return self._tls.peer_certificate(False)

    def _check_handshake(self):
        if self._tls is None or self._tls.version() is None:
            raise ValueError('handshake not done yet')

    def cipher(self):
        """(name, version, bits) of the cipher in use; None."""
        return None if self._tls is None else self._tls.cipher()

    def shared_ciphers(self):
        """None."""
        return None

    def compression(self):
        """None: nothing is compressed."""
        return None

    def version(self):
        """The version in use; None."""
        return None if self._tls is None else self._tls.version()

    def selected_alpn_protocol(self):
        """What was agreed on; None."""
        return None if self._tls is None else self._tls.selected_protocol()

    def selected_npn_protocol(self):
        """None: nobody uses that any more."""
        return None

    @property
    def session_reused(self):
        """Whether an earlier session goes on."""
        return None if self._tls is None else self._tls.session_reused()

    def pending(self):
        """How many bytes can be read at once."""
        return 0 if self._tls is None else self._tls.pending()


class SSLObject(_Asked):
    """An encrypted connection over two buffers in memory."""

    def __init__(self, *args, **kwargs):
        raise TypeError(f'{self.__class__.__name__} does not have a public constructor. '
                        'Instances are returned by SSLContext.wrap_bio().')

    @classmethod
    def _create(cls, incoming, outgoing, server_side, server_hostname, context):
        self = cls.__new__(cls)
        self._incoming = incoming
        self._outgoing = outgoing
        self._context = context
        self.server_side = server_side
        self.server_hostname = server_hostname
        self._tls = context._connection(server_side, server_hostname)
        return self

    def _perform(self, function, *args):
        data = self._incoming.read()
        if data:
            self._tls.feed(data)
        if self._incoming.eof:
            self._tls.feed_end()
        try:
            result = function(*args)
        except SSLCertVerificationError as error:
            self._name_host(error)
            raise
        finally:
            data = self._tls.take()
            if data:
                self._outgoing.write(data)
        if result is None:
            raise SSLWantReadError(SSL_ERROR_WANT_READ, 'The operation did not complete (read)')
        return result

    def do_handshake(self):
        """Agrees with the peer."""
        self._perform(self._tls.handshake)

    def read(self, len=1024, buffer=None):
        """Up to len bytes, or into a buffer: how many."""
        if buffer is None:
            data = self._perform(self._tls.read, len)
        else:
            data = self._perform(self._tls.read, min(len, memoryview(buffer).nbytes))
        if buffer is None:
            return data
        count = memoryview(data).nbytes  # `len` is an argument here
        memoryview(buffer)[:count] = data
        return count

    def write(self, data):
        """How many bytes were taken."""
        return self._perform(self._tls.write, data)

    def unwrap(self):
        """Closes the encrypted connection."""
        self._perform(self._tls.shut_down)


class SSLSocket(_Asked, _socket.socket):
    """An encrypted socket."""

    def __init__(self, *args, **kwargs):
        raise TypeError(f'{self.__class__.__name__} does not have a public constructor. '
                        'Instances are returned by SSLContext.wrap_socket().')

    @classmethod
    def _create(cls, sock, server_side, do_handshake_on_connect, suppress_ragged_eofs,
                server_hostname, context):
        if sock.getsockopt(_socket.SOL_SOCKET, _socket.SO_TYPE) != _socket.SOCK_STREAM:
            raise NotImplementedError('only stream sockets are supported')
        if server_side and server_hostname:
            raise ValueError('server_hostname can only be specified in client mode')
        if context.check_hostname and not server_hostname and not server_side:
            raise ValueError('check_hostname requires server_hostname')
        self = cls.__new__(cls)
        timeout = sock.gettimeout()
        _socket.socket.__init__(self, sock.family, sock.type, sock.proto, sock.fileno())
        sock.detach()
        self._context = context
        self.server_side = server_side
        self.server_hostname = server_hostname
        self.do_handshake_on_connect = do_handshake_on_connect
        self.suppress_ragged_eofs = suppress_ragged_eofs
        self._tls = None
        self._unsent = b''
        self.settimeout(timeout)
        self._adopt()
        try:
            self.getpeername()
        except OSError as error:
            import errno
            if error.errno != errno.ENOTCONN:
                raise
            return self
        try:
            self._begin()
        except BaseException:
            self.close()
            raise
        return self

    def _adopt(self):
        """For classes derived from this one."""

    def _begin(self):
        self._tls = self._context._connection(self.server_side, self.server_hostname)
        if self.do_handshake_on_connect:
            if self.gettimeout() == 0:
                raise ValueError('do_handshake_on_connect should not be specified for '
                                 'non-blocking sockets')
            self.do_handshake()

    # Moving bytes

    def _flush(self):
        self._unsent += self._tls.take()
        while self._unsent:
            try:
                sent = _socket.socket.send(self, self._unsent)
            except BlockingIOError:
                raise SSLWantWriteError(SSL_ERROR_WANT_WRITE,
                                        'The operation did not complete (write)') from None
            self._unsent = self._unsent[sent:]

    def _perform(self, function, *args):
        if self._tls is None:
            raise OSError(107, 'Transport endpoint is not connected')
        while True:
            try:
                result = function(*args)
            except SSLError as error:
                if isinstance(error, SSLCertVerificationError):
                    self._name_host(error)
                try:
                    self._flush()  # why it is ended
                except OSError:
                    pass
                raise
            self._flush()
            if result is not None:
                return result
            try:
                data = _socket.socket.recv(self, 65536)
            except BlockingIOError:
                raise SSLWantReadError(SSL_ERROR_WANT_READ,
                                       'The operation did not complete (read)') from None
            if data:
                self._tls.feed(data)
            else:
                self._tls.feed_end()

    def do_handshake(self, block=False):
        """Agrees with the peer."""
        if block and self.gettimeout() == 0:
            self.settimeout(None)
        self._perform(self._tls.handshake)

    def read(self, len=1024, buffer=None):
        """Up to len bytes, or into a buffer: how many."""
        if buffer is not None:
            return self.recv_into(buffer, len)
        return self.recv(len)

    def write(self, data):
        """Sends bytes: how many were taken."""
        return self.send(data)

    def recv(self, buflen=1024, flags=0):
        """Receives up to buflen bytes; none at the end of the stream."""
        if self._tls is None:
            return super().recv(buflen, flags)
        if flags:
            raise ValueError('non-zero flags not allowed in calls to recv() on '
                             f'{self.__class__}')
        try:
            return self._perform(self._tls.read, buflen)
        except SSLEOFError:
            if self.suppress_ragged_eofs:
                return b''
            raise

    def recv_into(self, buffer, nbytes=None, flags=0):
        """Receives into a buffer: the number of bytes."""
        if self._tls is None:
            return super().recv_into(buffer, nbytes or 0, flags)
        view = memoryview(buffer).cast('B')
        data = self.recv(nbytes or len(view), flags)
        view[:len(data)] = data
        return len(data)

    def send(self, data, flags=0):
        """Sends bytes: how many were taken."""
        if self._tls is None:
            return super().send(data, flags)
        if flags:
            raise ValueError('non-zero flags not allowed in calls to send() on '
                             f'{self.__class__}')
        return self._perform(self._tls.write, data)

    def sendall(self, data, flags=0):
        """Sends all of the bytes."""
        if self._tls is None:
            return super().sendall(data, flags)
        with memoryview(data) as view, view.cast('B') as rest:
            sent = 0
            while sent < len(rest):
                sent += self.send(rest[sent:], flags)

    def _refuse(self, name):
        raise ValueError(f'{name} not allowed on instances of {self.__class__}')

    def recvfrom(self, buflen=1024, flags=0):
        """Not allowed on encrypted sockets."""
        if self._tls is None:
            return super().recvfrom(buflen, flags)
        self._refuse('recvfrom')

    def sendto(self, data, flags_or_addr, addr=None):
        """Not allowed on encrypted sockets."""
        self._refuse('sendto')

    def recvmsg(self, *args, **kwargs):
        """Not allowed on encrypted sockets."""
        raise NotImplementedError(f'recvmsg not allowed on instances of {self.__class__}')

    def sendmsg(self, *args, **kwargs):
        """Not allowed on encrypted sockets."""
        raise NotImplementedError(f'sendmsg not allowed on instances of {self.__class__}')

    def dup(self):
        """Not allowed on encrypted sockets."""
        raise NotImplementedError(f"Can't dup() {self.__class__.__name__} instances")

    # Connecting and closing

    def connect(self, addr):
        """Connects and agrees with the peer."""
        if self.server_side:
            raise ValueError("can't connect in server-side mode")
        if self._tls is not None:
            raise ValueError('attempt to connect already-connected SSLSocket!')
        super().connect(addr)
        self._begin()

    def connect_ex(self, addr):
        """As connect(), but gives the number of the system's error."""
        number = super().connect_ex(addr)
        if number == 0:
            self._begin()
        return number

    def accept(self):
        """Waits for a connection and agrees with the peer."""
        made, address = super().accept()
        return self._context.wrap_socket(
            made, server_side=True, do_handshake_on_connect=self.do_handshake_on_connect,
            suppress_ragged_eofs=self.suppress_ragged_eofs), address

    def shutdown(self, how):
        """Ends the connection without closing the encryption."""
        self._tls = None
        super().shutdown(how)

    def unwrap(self):
        """Closes the encryption: a plain socket goes on."""
        if self._tls is None:
            raise ValueError(f'No SSL wrapper around {self}')
        self._perform(self._tls.shut_down)
        self._tls = None
        timeout = self.gettimeout()
        plain = _socket.socket(self.family, self.type, self.proto, self.detach())
        plain.settimeout(timeout)
        return plain


SSLContext.sslsocket_class = SSLSocket
SSLContext.sslobject_class = SSLObject


def DER_cert_to_PEM_cert(der_cert_bytes):
    """A certificate as text."""
    from base64 import standard_b64encode
    text = standard_b64encode(der_cert_bytes).decode('ascii')
    lines = [text[i:i + 64] for i in range(0, len(text), 64)]
    return '\n'.join(['-----BEGIN CERTIFICATE-----', *lines, '-----END CERTIFICATE-----', ''])


def PEM_cert_to_DER_cert(pem_cert_string):
    """A certificate as bytes."""
    from base64 import decodebytes
    text = pem_cert_string.strip()
    begin, end = '-----BEGIN CERTIFICATE-----', '-----END CERTIFICATE-----'
    if not text.startswith(begin):
        raise ValueError(f'Invalid PEM encoding; must start with {begin}')
    if not text.endswith(end):
        raise ValueError(f'Invalid PEM encoding; must end with {end}')
    return decodebytes(text[len(begin):-len(end)].encode('ascii'))


def get_server_certificate(addr, ssl_version=PROTOCOL_TLS_CLIENT, ca_certs=None,
                           timeout=_socket._GLOBAL_DEFAULT_TIMEOUT):
    """The certificate of a server, as text."""
    context = _create_unverified_context(cafile=ca_certs)
    if ca_certs:
        context.verify_mode = CERT_REQUIRED
    with _socket.create_connection(addr, timeout=timeout) as sock:
        with context.wrap_socket(sock, server_hostname=addr[0]) as wrapped:
            return DER_cert_to_PEM_cert(wrapped.getpeercert(True))


def cert_time_to_seconds(cert_time):
    """The seconds since 1970 of a certificate's time."""
    from calendar import timegm
    from time import strptime
    return timegm(strptime(cert_time, '%b %d %H:%M:%S %Y GMT'))
