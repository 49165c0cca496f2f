"""Bytes as text of 64, 32 or 16 characters, and back."""

import binascii

__all__ = ['encode', 'decode', 'encodebytes', 'decodebytes', 'b64encode', 'b64decode',
           'b32encode', 'b32decode', 'b16encode', 'b16decode', 'standard_b64encode',
           'standard_b64decode', 'urlsafe_b64encode', 'urlsafe_b64decode']

_URL_SAFE = bytes.maketrans(b'+/', b'-_')
_URL_SAFE_BACK = bytes.maketrans(b'-_', b'+/')
_B32_LETTERS = b'ABCDEFGHIJKLMNOPQRSTUVWXYZ234567'
MAXLINESIZE = 76
MAXBINSIZE = 57


def _bytes_of(s):
    if isinstance(s, str):
        try:
            return s.encode('ascii')
        except UnicodeEncodeError:
            raise ValueError('string argument should contain only ASCII characters') from None
    if isinstance(s, (bytes, bytearray)):
        return s
    try:
        return memoryview(s).tobytes()
    except TypeError:
        raise TypeError('argument should be a bytes-like object or ASCII string, not %r' %
                        s.__class__.__name__) from None


def b64encode(s, altchars=None):
    """Bytes as base64; altchars are used instead of + and /."""
    encoded = binascii.b2a_base64(s, newline=False)
    if altchars is not None:
        assert len(altchars) == 2, repr(altchars)
        return encoded.translate(bytes.maketrans(b'+/', altchars))
    return encoded


def b64decode(s, altchars=None, validate=False):
    """The bytes of base64; with validate other characters are an error."""
    s = _bytes_of(s)
    if altchars is not None:
        altchars = _bytes_of(altchars)
        assert len(altchars) == 2, repr(altchars)
        s = s.translate(bytes.maketrans(altchars, b'+/'))
    return binascii.a2b_base64(s, strict_mode=validate)


def standard_b64encode(s):
    """b64encode()."""
    return b64encode(s)


def standard_b64decode(s):
    """b64decode()."""
    return b64decode(s)


def urlsafe_b64encode(s):
    """Bytes as base64 with - and _."""
    return b64encode(s).translate(_URL_SAFE)


def urlsafe_b64decode(s):
    """The bytes of base64 with - and _."""
    return b64decode(_bytes_of(s).translate(_URL_SAFE_BACK))


def b32encode(s):
    """Bytes as base32."""
    s = bytes(_bytes_of(s) if not isinstance(s, str) else memoryview(s))
    out = bytearray()
    for place in range(0, len(s), 5):
        piece = s[place:place + 5]
        bits = int.from_bytes(piece.ljust(5, b'\0'), 'big')
        letters = bytes(_B32_LETTERS[bits >> shift & 31] for shift in range(35, -1, -5))
        count = (len(piece) * 8 + 4) // 5
        out += letters[:count].ljust(8, b'=')
    return bytes(out)


def b32decode(s, casefold=False, map01=None):
    """The bytes of base32; casefold takes small letters as well."""
    s = _bytes_of(s)
    if len(s) % 8:
        raise binascii.Error('Incorrect padding')
    if map01 is not None:
        map01 = _bytes_of(map01)
        assert len(map01) == 1, repr(map01)
        s = s.translate(bytes.maketrans(b'01', b'O' + map01))
    if casefold:
        s = s.upper()
    letters = s.rstrip(b'=')
    pads = len(s) - len(letters)
    bits = 0
    for letter in letters:
        value = _B32_LETTERS.find(bytes((letter,)))
        if value < 0:
            raise binascii.Error('Non-base32 digit found') from None
        bits = bits << 5 | value
    if pads not in (0, 1, 3, 4, 6):
        raise binascii.Error('Incorrect padding')
    rest = len(letters) * 5 % 8
    return (bits >> rest).to_bytes(len(letters) * 5 // 8, 'big')


def b16encode(s):
    """Bytes as hexadecimal digits, capital letters."""
    return binascii.hexlify(s).upper()


def b16decode(s, casefold=False):
    """The bytes of hexadecimal digits; casefold takes small letters as well."""
    s = _bytes_of(s)
    if casefold:
        s = s.upper()
    if s.translate(None, b'0123456789ABCDEF'):
        raise binascii.Error('Non-base16 digit found')
    return binascii.unhexlify(s)


def encode(input, output):
    """Base64 of one file of bytes into another, in lines."""
    while True:
        piece = input.read(MAXBINSIZE)
        if not piece:
            break
        while len(piece) < MAXBINSIZE:
            more = input.read(MAXBINSIZE - len(piece))
            if not more:
                break
            piece += more
        output.write(binascii.b2a_base64(piece))


def decode(input, output):
    """The bytes of one file of base64 into another."""
    while True:
        line = input.readline()
        if not line:
            break
        output.write(binascii.a2b_base64(line))


def encodebytes(s):
    """Bytes as base64 in lines."""
    data = bytes(memoryview(s))
    return b''.join(binascii.b2a_base64(data[place:place + MAXBINSIZE])
                    for place in range(0, len(data), MAXBINSIZE))


def decodebytes(s):
    """The bytes of base64 in lines."""
    return binascii.a2b_base64(bytes(memoryview(s)))
