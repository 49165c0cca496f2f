"""Encodings by name: as functions, as streams, and piece by piece.

The encodings the core knows are str.encode's and bytes.decode's own; rot13, hex, base64 and zlib
are made here; any other character set is the C library's (iconv). register() adds more, which
str.encode() then knows as well.
"""

import builtins
import sys
from _codecs_classes import (BufferedIncrementalDecoder, BufferedIncrementalEncoder, Codec,
    IncrementalDecoder, IncrementalEncoder, StreamReader, StreamReaderWriter, StreamRecoder,
    StreamWriter)

__all__ = ['register', 'lookup', 'open', 'EncodedFile', 'BOM', 'BOM_BE', 'BOM_LE', 'BOM32_BE',
           'BOM32_LE', 'BOM64_BE', 'BOM64_LE', 'BOM_UTF8', 'BOM_UTF16', 'BOM_UTF16_LE',
           'BOM_UTF16_BE', 'BOM_UTF32', 'BOM_UTF32_LE', 'BOM_UTF32_BE', 'CodecInfo', 'Codec',
           'IncrementalEncoder', 'IncrementalDecoder', 'StreamReader', 'StreamWriter',
           'StreamReaderWriter', 'StreamRecoder', 'getencoder', 'getdecoder',
           'getincrementalencoder', 'getincrementaldecoder', 'getreader', 'getwriter', 'encode',
           'decode', 'iterencode', 'iterdecode', 'strict_errors', 'ignore_errors',
           'replace_errors', 'xmlcharrefreplace_errors', 'backslashreplace_errors',
           'namereplace_errors', 'register_error', 'lookup_error']

BOM_UTF8 = b'\xef\xbb\xbf'
BOM_LE = BOM_UTF16_LE = BOM32_LE = b'\xff\xfe'
BOM_BE = BOM_UTF16_BE = BOM32_BE = b'\xfe\xff'
BOM_UTF32_LE = BOM64_LE = b'\xff\xfe\x00\x00'
BOM_UTF32_BE = BOM64_BE = b'\x00\x00\xfe\xff'
BOM = BOM_UTF16 = BOM_UTF16_LE if sys.byteorder == 'little' else BOM_UTF16_BE
BOM_UTF32 = BOM_UTF32_LE if sys.byteorder == 'little' else BOM_UTF32_BE


class CodecInfo(tuple):
    """What lookup() gives: (encode, decode, StreamReader, StreamWriter), and more by name."""

    _is_text_encoding = True

    def __new__(cls, encode, decode, streamreader=None, streamwriter=None,
                incrementalencoder=None, incrementaldecoder=None, name=None, *,
                _is_text_encoding=None):
        self = tuple.__new__(cls, (encode, decode, streamreader, streamwriter))
        self.name = name
        self.encode = encode
        self.decode = decode
        self.incrementalencoder = incrementalencoder
        self.incrementaldecoder = incrementaldecoder
        self.streamwriter = streamwriter
        self.streamreader = streamreader
        if _is_text_encoding is not None:
            self._is_text_encoding = _is_text_encoding
        return self

    def __repr__(self):
        cls = type(self)
        return (f'<{cls.__module__}.{cls.__qualname__} object for encoding {self.name} at '
                f'{id(self):#x}>')


# --- Error handlers


def _wrong_exception(error):
    raise TypeError(f"don't know how to handle {type(error).__name__} in error callback")


def strict_errors(error):
    """Raise the error."""
    if isinstance(error, Exception):
        raise error
    raise TypeError('codec must pass exception instance')


def ignore_errors(error):
    """Leave out what cannot be converted."""
    if not isinstance(error, UnicodeError):
        _wrong_exception(error)
    return '', error.end


def replace_errors(error):
    """Put a mark in its place."""
    if isinstance(error, UnicodeEncodeError):
        return '?' * (error.end - error.start), error.end
    if isinstance(error, UnicodeDecodeError):
        return '\ufffd', error.end
    if isinstance(error, UnicodeTranslateError):
        return '\ufffd' * (error.end - error.start), error.end
    _wrong_exception(error)


def xmlcharrefreplace_errors(error):
    """Put a character reference in its place."""
    if not isinstance(error, UnicodeEncodeError):
        _wrong_exception(error)
    return ''.join([f'&#{ord(char)};' for char in error.object[error.start:error.end]]), error.end


def _escape(number):
    if number < 0x100:
        return f'\\x{number:02x}'
    return f'\\u{number:04x}' if number < 0x10000 else f'\\U{number:08x}'


def backslashreplace_errors(error):
    """Put an escape in its place."""
    if not isinstance(error, UnicodeError):
        _wrong_exception(error)
    part = error.object[error.start:error.end]
    numbers = part if isinstance(part, (bytes, bytearray)) else map(ord, part)
    return ''.join(map(_escape, numbers)), error.end


def namereplace_errors(error):
    """Put the character's name in its place."""
    if not isinstance(error, UnicodeEncodeError):
        _wrong_exception(error)
    import unicodedata
    return ''.join([f'\\N{{{unicodedata.name(char)}}}'
                    for char in error.object[error.start:error.end]]), error.end


def _surrogateescape(error):
    part = error.object[error.start:error.end]
    if isinstance(error, UnicodeDecodeError):
        high = bytes(byte for byte in part[:4] if byte >= 0x80)
        if high and part[0] >= 0x80:
            return high.decode('ascii', 'surrogateescape'), error.start + len(high)
    elif isinstance(error, UnicodeEncodeError):
        try:
            return bytes([ord(char) - 0xdc00 for char in part]), error.end
        except ValueError:
            pass
    raise error


_handlers = {'strict': strict_errors, 'ignore': ignore_errors, 'replace': replace_errors,
             'xmlcharrefreplace': xmlcharrefreplace_errors,
             'backslashreplace': backslashreplace_errors, 'namereplace': namereplace_errors,
             'surrogateescape': _surrogateescape}


def register_error(errors, handler, /):
    """Give an error handler a name, for the encodings that are not the core's own."""
    if not callable(handler):
        raise TypeError('handler must be callable')
    _handlers[errors] = handler


def lookup_error(errors, /):
    """The error handler of a name."""
    try:
        return _handlers[errors]
    except KeyError:
        raise LookupError(f'unknown error handler name {errors!r}') from None


# --- Finding

_search_functions = []
_found = {}


def register(search_function, /):
    """Ask a function for encodings that are not known; it gives a CodecInfo or None."""
    if not callable(search_function):
        raise TypeError('argument must be callable')
    _search_functions.append(search_function)


def unregister(search_function, /):
    """Ask it no more."""
    if search_function in _search_functions:
        _search_functions.remove(search_function)
        _found.clear()


def lookup(encoding, /):
    """The codec of an encoding."""
    if not isinstance(encoding, str):
        raise TypeError(f'lookup() argument must be str, not {type(encoding).__name__}')
    name = encoding.lower().replace(' ', '_')
    if name in _found:
        return _found[name]
    info = _core(name) or _own(name) or _searched(name) or _foreign(name)
    if info is None:
        raise LookupError(f'unknown encoding: {encoding}')
    _found[name] = info
    return info


def _text_codec(encoding, direction):
    # str.encode and bytes.decode ask for encodings that are not the core's.
    info = lookup(encoding)
    if not info._is_text_encoding:
        raise LookupError(f"'{encoding}' is not a text encoding; use codecs.{direction}() to "
                          'handle arbitrary codecs')
    return info


def _searched(name):
    name = name.replace('-', '_')
    for search in _search_functions:
        info = search(name)
        if info is None:
            continue
        if not isinstance(info, tuple) or len(info) != 4:
            raise TypeError('codec search functions must return 4-tuples')
        return info
    return None


_NAMES = {'utf8': 'utf-8', 'u8': 'utf-8', 'utf': 'utf-8', 'cp65001': 'utf-8', 'utf8sig': 'utf-8-sig',
          'ascii': 'ascii', 'usascii': 'ascii', '646': 'ascii', 'latin1': 'iso8859-1',
          'iso88591': 'iso8859-1', 'latin': 'iso8859-1', 'l1': 'iso8859-1', '8859': 'iso8859-1',
          'cp819': 'iso8859-1', 'iso8859': 'iso8859-1', 'cp1252': 'cp1252', '1252': 'cp1252',
          'windows1252': 'cp1252', 'utf16': 'utf-16', 'u16': 'utf-16', 'utf16le': 'utf-16-le',
          'utf16be': 'utf-16-be', 'utf32': 'utf-32', 'u32': 'utf-32', 'utf32le': 'utf-32-le',
          'utf32be': 'utf-32-be', 'unicodeescape': 'unicode-escape',
          'rawunicodeescape': 'raw-unicode-escape'}


def _squeezed(name):
    return ''.join([char for char in name if char.isalnum()])


def _core(name):
    known = _NAMES.get(_squeezed(name))
    return None if known is None else _text_info(
        known, lambda text, errors: text.encode(known, errors), _core_decoder(known))


def _core_decoder(name):
    # (data, errors, whether it is all) -> (text, bytes taken).
    def whole(data, errors, final):
        return data.decode(name, errors), len(data)

    if name in ('utf-8', 'utf-8-sig'):
        def decode(data, errors, final):
            end = len(data) if final else _complete_utf8(data)
            return data[:end].decode(name, errors), end
        return decode
    if name.startswith(('utf-16', 'utf-32')):
        return _wide_decoder(name)
    return whole


def _complete_utf8(data):
    # Where the last character begins, if it is cut off.
    for back in range(1, min(4, len(data)) + 1):
        byte = data[-back]
        if byte & 0xc0 != 0x80:
            needed = 2 if byte & 0xe0 == 0xc0 else 3 if byte & 0xf0 == 0xe0 else (
                4 if byte & 0xf8 == 0xf0 else 1)
            return len(data) - back if needed > back else len(data)
    return len(data)


def _wide_decoder(name):
    unit = 2 if '16' in name else 4

    def decode(data, errors, final):
        end = len(data)
        if not final:
            end -= end % unit
            if unit == 2 and end >= 2:
                high = data[end - 2] if name.endswith('be') else data[end - 1]
                if 0xd8 <= high <= 0xdb:
                    end -= 2
        return data[:end].decode(name, errors), end
    return decode


def _text_info(name, encode_text, decode_bytes):
    """A codec of str.encode-like and incremental decode functions."""
    keeps_mark = name in ('utf-16', 'utf-32', 'utf-8-sig')

    def encode(input, errors='strict'):
        return encode_text(input, errors), len(input)

    def decode(input, errors='strict'):
        data = bytes(input)
        return decode_bytes(data, errors, True)[0], len(data)

    class TextIncrementalEncoder(IncrementalEncoder):
        def encode(self, input, final=False):
            # The mark at the beginning is written once.
            if not keeps_mark:
                return encode_text(input, self.errors)
            data = encode_text(input, self.errors)
            if self.begun:
                data = data[len(encode_text('', self.errors)):]
            self.begun = self.begun or bool(input)
            return data if input or self.begun else b''

        def reset(self):
            self.begun = False

        begun = False

        def getstate(self):
            return int(not self.begun) * 2 if keeps_mark else 0

        def setstate(self, state):
            self.begun = not state

    class TextIncrementalDecoder(BufferedIncrementalDecoder):
        order = None  # of bytes, once the mark has told it

        def _buffer_decode(self, input, errors, final):
            if keeps_mark and self.order is None:
                size = {'utf-16': 2, 'utf-32': 4, 'utf-8-sig': 3}[name]
                if len(input) < size and not final:
                    return '', 0
                self.order, skip = self._read_mark(input)
                text, taken = _core_decoder(self.order)(input[skip:], errors, final)
                return text, taken + skip
            return (_core_decoder(self.order) if self.order else decode_bytes)(input, errors,
                                                                              final)

        @staticmethod
        def _read_mark(input):
            if name == 'utf-8-sig':
                return 'utf-8', 3 if input[:3] == BOM_UTF8 else 0
            little, big = ((BOM_UTF16_LE, BOM_UTF16_BE) if name == 'utf-16'
                           else (BOM_UTF32_LE, BOM_UTF32_BE))
            if input.startswith(big):
                return name + '-be', len(big)
            return name + '-le', len(little) if input.startswith(little) else 0

        def reset(self):
            super().reset()
            self.order = None

    class TextStreamWriter(StreamWriter):
        def write(self, object):
            # The mark at the beginning is written once.
            if 'pieces' not in self.__dict__:
                self.pieces = TextIncrementalEncoder(self.errors)
            self.stream.write(self.pieces.encode(object))

        def reset(self):
            self.pieces = TextIncrementalEncoder(self.errors)

    class TextStreamReader(StreamReader):
        pieces = None

        def decode(self, input, errors='strict'):
            # What is cut off stays with the decoder.
            if self.pieces is None:
                self.pieces = TextIncrementalDecoder(errors)
            return self.pieces.decode(input), len(input)

        def reset(self):
            super().reset()
            self.pieces = None

    for cls in TextStreamWriter, TextStreamReader:
        cls.encode = staticmethod(encode)
    TextStreamWriter.decode = staticmethod(decode)
    for cls in (TextIncrementalEncoder, TextIncrementalDecoder, TextStreamWriter,
                TextStreamReader):
        cls.__name__ = cls.__qualname__ = cls.__name__.removeprefix('Text')
    return CodecInfo(encode, decode, TextStreamReader, TextStreamWriter, TextIncrementalEncoder,
                     TextIncrementalDecoder, name)


def _own(name):
    """rot13 and the codecs from bytes to bytes."""
    squeezed = _squeezed(name)
    if squeezed in ('rot13', 'rot'):
        letters = 'abcdefghijklmnopqrstuvwxyz'
        both = letters + letters.upper()
        table = str.maketrans(both, ''.join(
            each[13:] + each[:13] for each in (letters, letters.upper())))

        def rotate(input, errors='strict'):
            return str.translate(input, table), len(input)
        return CodecInfo(rotate, rotate, name='rot-13', _is_text_encoding=False)
    pair = None
    if squeezed in ('hex', 'hexcodec'):
        from binascii import a2b_hex, b2a_hex
        pair = 'hex', b2a_hex, a2b_hex
    elif squeezed in ('base64', 'base64codec'):
        from base64 import decodebytes, encodebytes
        pair = 'base64', encodebytes, decodebytes
    elif squeezed in ('zlib', 'zip', 'zlibcodec'):
        import zlib
        pair = 'zlib', zlib.compress, zlib.decompress
    if pair is None:
        return None

    def encode(input, errors='strict'):
        return pair[1](input), len(input)

    def decode(input, errors='strict'):
        return pair[2](input), len(input)
    return CodecInfo(encode, decode, name=pair[0], _is_text_encoding=False)


_CHARSETS = {'gb2312': 'gb2312', 'gbk': 'gbk', 'cp936': 'gbk', 'ms936': 'gbk',
             'gb18030': 'gb18030', 'big5': 'big5', 'big5hkscs': 'big5hkscs', 'cp950': 'cp950',
             'shiftjis': 'shift_jis', 'sjis': 'shift_jis', 'cp932': 'cp932', 'eucjp': 'euc_jp',
             'iso2022jp': 'iso2022_jp', 'euckr': 'euc_kr', 'cp949': 'cp949', 'koi8r': 'koi8-r',
             'koi8u': 'koi8-u', 'macroman': 'mac-roman', 'tis620': 'tis-620', 'johab': 'johab',
             'latin2': 'iso8859-2', 'latin9': 'iso8859-15', 'hzgb2312': 'hz'}


def _foreign(name):
    squeezed = _squeezed(name)
    known = _CHARSETS.get(squeezed)
    system_name = {'gbk': 'GBK', 'mac-roman': 'MACINTOSH', 'koi8-r': 'KOI8-R', 'hz': None}.get(
        known, known)
    if known is None:
        for family in 'iso8859', 'cp', 'windows', 'ibm':
            number = squeezed.removeprefix(family)
            if number != squeezed and number.isdecimal():
                known = f'iso8859-{number}' if family == 'iso8859' else f'cp{number}'
                system_name = f'ISO-8859-{number}' if family == 'iso8859' else f'CP{number}'
    if known is None or system_name is None:
        return None
    from _charsets import convert
    if convert(b'', 'UTF-8', system_name) is None:
        return None
    shown = 'charmap' if known.startswith(('iso8859', 'cp12', 'koi8', 'mac', 'tis')) or (
        known.startswith('cp') and known not in ('cp932', 'cp949', 'cp950')) else known

    def encode_text(text, errors):
        data = text.encode('utf-8', 'surrogatepass')
        pieces = []
        at = 0  # in the text
        while True:
            made, taken, _ = convert(data, system_name, 'UTF-8')
            pieces.append(made)
            if taken == len(data):
                return b''.join(pieces)
            at += len(data[:taken].decode('utf-8', 'surrogatepass'))
            reason = ('character maps to <undefined>' if shown == 'charmap'
                      else 'illegal multibyte sequence')
            replacement, at = lookup_error(errors)(
                UnicodeEncodeError(shown, text, at, at + 1, reason))
            pieces.append(replacement if isinstance(replacement, bytes)
                          else encode_text(replacement, 'strict'))
            data = text[at:].encode('utf-8', 'surrogatepass')

    def decode_bytes(data, errors, final):
        pieces = []
        at = 0
        while True:
            made, taken, cut_off = convert(data[at:], 'UTF-8', system_name)
            pieces.append(made.decode('utf-8'))
            at += taken
            if at == len(data) or cut_off and not final:
                return ''.join(pieces), at
            reason = ('character maps to <undefined>' if shown == 'charmap' else
                      'incomplete multibyte sequence' if cut_off else 'illegal multibyte sequence')
            replacement, at = lookup_error(errors)(UnicodeDecodeError(
                shown, data, at, len(data) if cut_off else at + 1, reason))
            pieces.append(replacement)

    return _text_info(known, encode_text, decode_bytes)


# --- Functions


def encode(obj, encoding='utf-8', errors='strict'):
    """The object encoded."""
    return lookup(encoding).encode(obj, errors)[0]


def decode(obj, encoding='utf-8', errors='strict'):
    """The object decoded."""
    return lookup(encoding).decode(obj, errors)[0]


def getencoder(encoding):
    """The function that encodes."""
    return lookup(encoding).encode


def getdecoder(encoding):
    """The function that decodes."""
    return lookup(encoding).decode


def getincrementalencoder(encoding):
    """The class that encodes piece by piece."""
    encoder = lookup(encoding).incrementalencoder
    if encoder is None:
        raise LookupError(encoding)
    return encoder


def getincrementaldecoder(encoding):
    """The class that decodes piece by piece."""
    decoder = lookup(encoding).incrementaldecoder
    if decoder is None:
        raise LookupError(encoding)
    return decoder


def getreader(encoding):
    """The class of streams that are read."""
    return lookup(encoding).streamreader


def getwriter(encoding):
    """The class of streams that are written."""
    return lookup(encoding).streamwriter


def iterencode(iterator, encoding, errors='strict', **kwargs):
    """The pieces of an iterator encoded."""
    encoder = getincrementalencoder(encoding)(errors, **kwargs)
    for piece in iterator:
        if made := encoder.encode(piece):
            yield made
    if made := encoder.encode('', True):
        yield made


def iterdecode(iterator, encoding, errors='strict', **kwargs):
    """The pieces of an iterator decoded."""
    decoder = getincrementaldecoder(encoding)(errors, **kwargs)
    for piece in iterator:
        if made := decoder.decode(piece):
            yield made
    if made := decoder.decode(b'', True):
        yield made


def _pair_of(name):
    def encode_function(str, errors='strict', /):
        return str.encode(name, errors or 'strict'), len(str)

    def decode_function(data, errors='strict', final=False, /):
        return _core_decoder(name)(bytes(data), errors or 'strict', final)
    return encode_function, decode_function


utf_8_encode, utf_8_decode = _pair_of('utf-8')
ascii_encode, ascii_decode = _pair_of('ascii')
latin_1_encode, latin_1_decode = _pair_of('iso8859-1')
utf_16_le_encode, utf_16_le_decode = _pair_of('utf-16-le')
utf_16_be_encode, utf_16_be_decode = _pair_of('utf-16-be')
unicode_escape_encode, unicode_escape_decode = _pair_of('unicode-escape')


def escape_decode(data, errors='strict', /):
    """Bytes with the escapes of bytes literals resolved, and how many there were."""
    data = data.encode() if isinstance(data, str) else bytes(data)
    text = data.decode('latin-1').replace("'", "\\'").replace('\n', '\\n').replace('\r', '\\r')
    text = text.replace("\\\\'", "\\\\\\'")
    return eval(f"b'{text}'"), len(data)


def open(filename, mode='r', encoding=None, errors='strict', buffering=-1):
    """A file whose text is encoded; line ends stay as they are."""
    if encoding is not None and 'b' not in mode:
        mode += 'b'
    file = builtins.open(filename, mode, buffering)
    if encoding is None:
        return file
    try:
        info = lookup(encoding)
        stream = StreamReaderWriter(file, info.streamreader, info.streamwriter, errors)
        stream.encoding = encoding
        return stream
    except BaseException:
        file.close()
        raise


def EncodedFile(file, data_encoding, file_encoding=None, errors='strict'):
    """A file seen as one of another encoding."""
    if file_encoding is None:
        file_encoding = data_encoding
    data = lookup(data_encoding)
    inner = lookup(file_encoding)
    stream = StreamRecoder(file, data.encode, data.decode, inner.streamreader,
                           inner.streamwriter, errors)
    stream.data_encoding = data_encoding
    stream.file_encoding = file_encoding
    return stream
