"""Digests of bytes: SHA-2, SHA-3, MD5 and others."""

import _hashlib
from _hashlib import pbkdf2_hmac

algorithms_guaranteed = {'md5', 'sha1', 'sha224', 'sha256', 'sha384', 'sha512', 'blake2b',
                         'blake2s', 'sha3_224', 'sha3_256', 'sha3_384', 'sha3_512', 'shake_128',
                         'shake_256'}
algorithms_available = set(algorithms_guaranteed)

__all__ = (*sorted(algorithms_guaranteed), 'new', 'algorithms_guaranteed',
           'algorithms_available', 'pbkdf2_hmac', 'file_digest')


def new(name, data=b'', *, usedforsecurity=True):
    """A digest of a named algorithm, begun with some bytes."""
    return _hashlib.new(name.lower(), data)


def _maker(name):
    def function(string=b'', *, usedforsecurity=True):
        return _hashlib.new(name, string)

    function.__name__ = function.__qualname__ = name
    function.__doc__ = f'A digest by {name}, begun with some bytes.'
    return function


for _name in algorithms_guaranteed:
    globals()[_name] = _maker(_name)
del _name


def file_digest(fileobj, digest, /, *, _bufsize=2 ** 18):
    """A digest (a name, or what makes one) of all that is left in a file of bytes."""
    made = new(digest) if isinstance(digest, str) else digest()
    while True:
        piece = fileobj.read(_bufsize)
        if not piece:
            return made
        made.update(piece)
