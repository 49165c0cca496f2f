"""Module ssl's errors, and what the numbers of OpenSSL are called."""

import os
from enum import Enum, IntEnum, IntFlag

import _ssl

__name__ = 'ssl'  # what is made here belongs to the module users see


class SSLError(OSError):
    """Something went wrong with the encryption."""

    library = reason = None

    def __str__(self):
        return str(self.strerror if self.strerror is not None else
                   self.args[0] if self.args else '')


class SSLZeroReturnError(SSLError):
    """The peer has closed the encrypted connection."""


class SSLWantReadError(SSLError):
    """More has to come from the peer first."""


class SSLWantWriteError(SSLError):
    """More has to be sent to the peer first."""


class SSLSyscallError(SSLError):
    """The system raised an error."""


class SSLEOFError(SSLError):
    """The peer went away without closing the encrypted connection."""


class SSLCertVerificationError(SSLError, ValueError):
    """The peer's certificate is not trusted."""

    verify_code = 0
    verify_message = None


CertificateError = SSLCertVerificationError
socket_error = OSError


class VerifyMode(IntEnum):
    """Whether the peer has to show a certificate that is trusted."""

    CERT_NONE = 0
    CERT_OPTIONAL = 1
    CERT_REQUIRED = 2


class TLSVersion(IntEnum):
    """Versions of the protocol."""

    MINIMUM_SUPPORTED = -2
    SSLv3 = 768
    TLSv1 = 769
    TLSv1_1 = 770
    TLSv1_2 = 771
    TLSv1_3 = 772
    MAXIMUM_SUPPORTED = -1


class SSLErrorNumber(IntEnum):
    """The first argument of SSLError."""

    SSL_ERROR_SSL = 1
    SSL_ERROR_WANT_READ = 2
    SSL_ERROR_WANT_WRITE = 3
    SSL_ERROR_WANT_X509_LOOKUP = 4
    SSL_ERROR_SYSCALL = 5
    SSL_ERROR_ZERO_RETURN = 6
    SSL_ERROR_WANT_CONNECT = 7
    SSL_ERROR_EOF = 8
    SSL_ERROR_INVALID_ERROR_CODE = 10


class _SSLMethod(IntEnum):
    """What a context is for."""

    PROTOCOL_TLS = 2
    PROTOCOL_SSLv23 = 2
    PROTOCOL_TLSv1 = 3
    PROTOCOL_TLSv1_1 = 4
    PROTOCOL_TLSv1_2 = 5
    PROTOCOL_TLS_CLIENT = 16
    PROTOCOL_TLS_SERVER = 17


class Options(IntFlag):
    """OpenSSL's options."""

    OP_ALL = 0x80000050
    OP_NO_SSLv2 = 0
    OP_NO_SSLv3 = 0x02000000
    OP_NO_TLSv1 = 0x04000000
    OP_NO_TLSv1_1 = 0x10000000
    OP_NO_TLSv1_2 = 0x08000000
    OP_NO_TLSv1_3 = 0x20000000
    OP_NO_COMPRESSION = 0x00020000
    OP_NO_TICKET = 0x00004000
    OP_NO_RENEGOTIATION = 0x40000000
    OP_CIPHER_SERVER_PREFERENCE = 0x00400000
    OP_SINGLE_DH_USE = 0
    OP_SINGLE_ECDH_USE = 0
    OP_ENABLE_MIDDLEBOX_COMPAT = 0x00100000
    OP_IGNORE_UNEXPECTED_EOF = 0x00000080


class VerifyFlags(IntFlag):
    """How certificates are verified."""

    VERIFY_DEFAULT = 0
    VERIFY_CRL_CHECK_LEAF = 4
    VERIFY_CRL_CHECK_CHAIN = 12
    VERIFY_X509_STRICT = 32
    VERIFY_ALLOW_PROXY_CERTS = 64
    VERIFY_X509_PARTIAL_CHAIN = 524288
    VERIFY_X509_TRUSTED_FIRST = 32768


for _each in (VerifyMode, SSLErrorNumber, _SSLMethod, Options, VerifyFlags):
    globals().update(_each.__members__)
del _each


class Purpose(Enum):
    """What the peer is verified as."""

    SERVER_AUTH = '1.3.6.1.5.5.7.3.1'
    CLIENT_AUTH = '1.3.6.1.5.5.7.3.2'


def _raise_error(kind, library, reason, system_error, verify_code, verify_message):
    """Raises what OpenSSL says."""
    if system_error and reason is not None:
        raise OSError(system_error, os.strerror(system_error))
    if kind == SSL_ERROR_ZERO_RETURN:
        raise SSLZeroReturnError(kind, 'TLS/SSL connection has been closed (EOF)')
    if reason is None:
        if kind == SSL_ERROR_SYSCALL:
            raise SSLEOFError(SSL_ERROR_EOF, 'EOF occurred in violation of protocol')
        raise SSLError(kind, 'unknown error')
    library = library.split()[0].upper() if library else 'SSL'
    name = reason.replace(' ', '_').replace('-', '_').upper()
    if name == 'UNEXPECTED_EOF_WHILE_READING':
        error = SSLEOFError(SSL_ERROR_EOF, f'[SSL: {name}] EOF occurred in violation of protocol')
    elif name == 'CERTIFICATE_VERIFY_FAILED':
        error = SSLCertVerificationError(
            kind, f'[SSL: {name}] certificate verify failed: {verify_message}')
        error.verify_code = verify_code
        error.verify_message = verify_message
    else:
        error = SSLError(kind, f'[{library}: {name}] {reason}')
    error.library = library
    error.reason = name
    raise error


_ssl.set_raise_error(_raise_error)
