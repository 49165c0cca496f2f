"""Files compressed by gzip: members of deflated data, each with a check sum."""

import builtins
import io
import os
import struct
import time
import zlib

__all__ = ['BadGzipFile', 'GzipFile', 'open', 'compress', 'decompress']

FTEXT, FHCRC, FEXTRA, FNAME, FCOMMENT = 1, 2, 4, 8, 16
READ, WRITE = 1, 2
_COMPRESS_LEVEL_FAST = 1
_COMPRESS_LEVEL_TRADEOFF = 6
_COMPRESS_LEVEL_BEST = 9
_PIECE = 128 * 1024


class BadGzipFile(OSError):
    """Data that gzip has not made."""


def open(filename, mode='rb', compresslevel=_COMPRESS_LEVEL_BEST, encoding=None, errors=None,
         newline=None):
    """A compressed file, by name or as an open file, for bytes or (with 't') for text."""
    if 't' in mode:
        if 'b' in mode:
            raise ValueError('Invalid mode: %r' % (mode,))
    else:
        for name, value in (('encoding', encoding), ('errors', errors), ('newline', newline)):
            if value is not None:
                raise ValueError(f"Argument '{name}' not supported in binary mode")
    inner_mode = mode.replace('t', '')
    if isinstance(filename, (str, bytes, os.PathLike)):
        file = GzipFile(filename, inner_mode, compresslevel)
    elif hasattr(filename, 'read') or hasattr(filename, 'write'):
        file = GzipFile(None, inner_mode, compresslevel, filename)
    else:
        raise TypeError('filename must be a str or bytes object, or a file')
    if 't' not in mode:
        return file
    return io.TextIOWrapper(file, encoding, errors, newline)


def _header(level, mtime, name=b''):
    extra = b'\002' if level == _COMPRESS_LEVEL_BEST else (
        b'\004' if level == _COMPRESS_LEVEL_FAST else b'\000')
    flags = FNAME if name else 0
    if mtime is None:
        mtime = time.time()
    return (b'\037\213\010' + bytes([flags]) + struct.pack('<L', int(mtime)) + extra + b'\377'
            + (name + b'\000' if name else b''))


class _Source:
    """Bytes of a file, some of which may have been read too early."""

    def __init__(self, file):
        self.file = file
        self.ahead = b''

    def read(self, size):
        if self.ahead:
            piece, self.ahead = self.ahead[:size], self.ahead[size:]
            return piece
        return self.file.read(size)

    def exactly(self, size):
        data = self.read(size)
        while len(data) < size:
            piece = self.read(size - len(data))
            if not piece:
                raise EOFError('Compressed file ended before the end-of-stream marker was reached')
            data += piece
        return data

    def put_back(self, data):
        self.ahead = data + self.ahead


def _read_header(source):
    """The time a member was made; None at the end of the file."""
    magic = source.read(2)
    if magic == b'':
        return None
    if magic != b'\037\213':
        raise BadGzipFile('Not a gzipped file (%r)' % magic)
    method, flags, mtime = struct.unpack('<BBIxx', source.exactly(8))
    if method != 8:
        raise BadGzipFile('Unknown compression method')
    if flags & FEXTRA:
        size, = struct.unpack('<H', source.exactly(2))
        source.exactly(size)
    for flag in FNAME, FCOMMENT:
        if flags & flag:
            while source.exactly(1) != b'\000':
                pass
    if flags & FHCRC:
        source.exactly(2)
    return mtime


class _MemberReader:
    """The bytes of one member after the other."""

    def __init__(self, file, tells_sums=True):
        self.source = _Source(file)
        self.tells_sums = tells_sums
        self.stream = None
        self.crc = self.size = 0
        self.mtime = None
        self.at_end = False

    def read(self, size):
        """At most size bytes (any number if negative), b'' at the end."""
        while not self.at_end:
            if self.stream is None:
                mtime = _read_header(self.source)
                if mtime is None:
                    self.at_end = True
                    break
                self.mtime = mtime
                self.stream = zlib.decompressobj(-zlib.MAX_WBITS)
                self.crc = zlib.crc32(b'')
                self.size = 0
            data = self.stream.unconsumed_tail or self.source.read(_PIECE)
            if not data and not self.stream.eof:
                raise EOFError('Compressed file ended before the end-of-stream marker was reached')
            out = self.stream.decompress(data, max(size, 0))
            self.crc = zlib.crc32(out, self.crc)
            self.size += len(out)
            if self.stream.eof:
                self.source.put_back(self.stream.unused_data)
                self.stream = None
                self.check()
            if out:
                return out
        return b''

    def check(self):
        crc, size = struct.unpack('<II', self.source.exactly(8))
        if crc != self.crc:
            raise BadGzipFile(f'CRC check failed {hex(crc)} != {hex(self.crc)}'
                              if self.tells_sums else 'CRC check failed')
        if size != self.size & 0xffffffff:
            raise BadGzipFile('Incorrect length of data produced')
        # Zeros may fill up the file behind a member.
        byte = b'\000'
        while byte == b'\000':
            byte = self.source.read(1)
        if byte:
            self.source.put_back(byte)


class GzipFile(io.BufferedIOBase):
    """A compressed file, which is read or written as if it were not."""

    myfileobj = None

    def __init__(self, filename=None, mode=None, compresslevel=_COMPRESS_LEVEL_BEST, fileobj=None,
                 mtime=None):
        if mode and ('t' in mode or 'U' in mode):
            raise ValueError('Invalid mode: {!r}'.format(mode))
        if mode and 'b' not in mode:
            mode += 'b'
        if fileobj is None:
            fileobj = self.myfileobj = builtins.open(filename, mode or 'rb')
        if filename is None:
            filename = getattr(fileobj, 'name', '')
            if not isinstance(filename, (str, bytes)):
                filename = ''
        else:
            filename = os.fspath(filename)
        if mode is None:
            mode = getattr(fileobj, 'mode', 'rb')
        self.fileobj = fileobj
        self.name = filename
        self._position = 0
        self._ahead = b''
        self._eof = False
        if mode.startswith('r'):
            self.mode = READ
            self._members = _MemberReader(fileobj)
        elif mode.startswith(('w', 'a', 'x')):
            self.mode = WRITE
            self.compress = zlib.compressobj(compresslevel, zlib.DEFLATED, -zlib.MAX_WBITS,
                                             zlib.DEF_MEM_LEVEL, 0)
            self._write_mtime = mtime
            self.crc = zlib.crc32(b'')
            self.size = 0
            self._write_header(compresslevel)
        else:
            raise ValueError('Invalid mode: {!r}'.format(mode))

    def _write_header(self, level):
        try:
            # RFC 1952 wants the bare name in Latin-1.
            name = os.path.basename(self.name)
            if not isinstance(name, bytes):
                name = name.encode('latin-1')
            name = name.removesuffix(b'.gz')
        except UnicodeEncodeError:
            name = b''
        self.fileobj.write(_header(level, self._write_mtime, name))

    @property
    def mtime(self):
        """The time of the member read last."""
        return self._members.mtime

    def __repr__(self):
        return '<gzip ' + repr(self.fileobj)[1:-1] + ' ' + hex(id(self)) + '>'

    def _check_open(self):
        if self.closed:
            raise ValueError('I/O operation on closed file')

    def _check_readable(self, what):
        self._check_open()
        if self.mode != READ:
            import errno
            raise OSError(errno.EBADF, f'{what}() on write-only GzipFile object')

    # --- Writing

    def write(self, data):
        """Write bytes; how many there were."""
        self._check_open()
        if self.mode != WRITE:
            import errno
            raise OSError(errno.EBADF, 'write() on read-only GzipFile object')
        if self.fileobj is None:
            raise ValueError('write() on closed GzipFile object')
        if not isinstance(data, (bytes, bytearray)):
            data = bytes(data)
        if data:
            self.fileobj.write(self.compress.compress(data))
            self.size += len(data)
            self.crc = zlib.crc32(data, self.crc)
            self._position += len(data)
        return len(data)

    def flush(self, zlib_mode=zlib.Z_SYNC_FLUSH):
        """Write out what is still inside."""
        self._check_open()
        if self.mode == WRITE:
            self.fileobj.write(self.compress.flush(zlib_mode))
            self.fileobj.flush()

    # --- Reading

    def read(self, size=-1):
        """At most size bytes, all that are left if it is negative or None."""
        self._check_readable('read')
        if size is None or size < 0:
            pieces = [self._ahead]
            self._ahead = b''
            while piece := self._members.read(-1):
                pieces.append(piece)
            data = b''.join(pieces)
        else:
            pieces, have = [], 0
            while have < size and self._fill():
                piece = self._ahead[:size - have]
                self._ahead = self._ahead[len(piece):]
                pieces.append(piece)
                have += len(piece)
            data = b''.join(pieces)
        self._position += len(data)
        return data

    def _fill(self):
        if not self._ahead:
            self._ahead = self._members.read(_PIECE)
        return bool(self._ahead)

    def read1(self, size=-1):
        """Some bytes, with as little work as can be."""
        self._check_readable('read1')
        self._fill()
        if size is None or size < 0:
            size = len(self._ahead)
        data, self._ahead = self._ahead[:size], self._ahead[size:]
        self._position += len(data)
        return data

    def readinto(self, buffer):
        """Read into a buffer; how many bytes."""
        view = memoryview(buffer).cast('B')
        data = self.read(len(view))
        view[:len(data)] = data
        return len(data)

    def peek(self, n):
        """Bytes to come, which stay to be read."""
        self._check_readable('peek')
        self._fill()
        return self._ahead

    def readline(self, size=-1):
        """A line, at most size bytes of it."""
        self._check_readable('readline')
        limit = -1 if size is None else size
        pieces, have = [], 0
        while (limit < 0 or have < limit) and self._fill():
            end = self._ahead.find(b'\n') + 1 or len(self._ahead)
            if limit >= 0:
                end = min(end, limit - have)
            piece, self._ahead = self._ahead[:end], self._ahead[end:]
            pieces.append(piece)
            have += len(piece)
            if piece.endswith(b'\n'):
                break
        self._position += have
        return b''.join(pieces)

    # --- Position and end

    def tell(self):
        """The position in the data as it was."""
        self._check_open()
        return self._position

    def seek(self, offset, whence=io.SEEK_SET):
        """Go to a position; back only by reading anew."""
        self._check_open()
        if whence == io.SEEK_CUR:
            offset += self._position
        elif whence != io.SEEK_SET:
            if self.mode == WRITE:
                raise ValueError('Seek from end not supported')
            while self.read(_PIECE):
                pass
            offset += self._position
        if self.mode == WRITE:
            if offset < self._position:
                raise OSError('Negative seek in write mode')
            while self._position < offset:
                self.write(b'\000' * min(_PIECE, offset - self._position))
            return self._position
        if offset < self._position:
            self.rewind()
        while self._position < offset and self.read(min(_PIECE, offset - self._position)):
            pass
        return self._position

    def rewind(self):
        """Back to the beginning, of a file that is read."""
        if self.mode != READ:
            raise OSError("Can't rewind in write mode")
        self.fileobj.seek(0)
        self._members = _MemberReader(self.fileobj)
        self._ahead = b''
        self._position = 0

    @property
    def closed(self):
        """Whether the file is closed."""
        return getattr(self, 'fileobj', None) is None

    def close(self):
        """End the file; one that was given by the caller stays open."""
        file = getattr(self, 'fileobj', None)
        if file is None:
            return
        self.fileobj = None
        try:
            if self.mode == WRITE:
                file.write(self.compress.flush())
                file.write(struct.pack('<LL', self.crc, self.size & 0xffffffff))
        finally:
            mine, self.myfileobj = self.myfileobj, None
            if mine is not None:
                mine.close()

    def fileno(self):
        """The descriptor of the compressed file."""
        return self.fileobj.fileno()

    def readable(self):
        """Whether it is read."""
        return self.mode == READ

    def writable(self):
        """Whether it is written."""
        return self.mode == WRITE

    def seekable(self):
        """That it knows seek()."""
        return True


def compress(data, compresslevel=_COMPRESS_LEVEL_BEST, *, mtime=None):
    """The bytes as one member."""
    if mtime == 0:
        return zlib.compress(data, compresslevel, zlib.MAX_WBITS + 16)
    packed = zlib.compress(data, compresslevel, -zlib.MAX_WBITS)
    return _header(compresslevel, mtime) + packed + struct.pack('<LL', zlib.crc32(data),
                                                                len(data) & 0xffffffff)


def decompress(data):
    """The bytes of all members."""
    members = _MemberReader(io.BytesIO(data), tells_sums=False)
    pieces = []
    while piece := members.read(-1):
        pieces.append(piece)
    return b''.join(pieces)
