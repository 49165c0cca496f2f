"""Files and streams.

open() gives files of text (TextIOWrapper) or bytes (BufferedReader, BufferedWriter,
BufferedRandom; unbuffered: FileIO). StringIO and BytesIO are streams in memory. The base classes
help to write streams of one's own: they make the rest of the methods from a few.
"""

from abc import ABCMeta as _ABCMeta, abstractmethod as _abstractmethod
from _io import (BufferedRandom, BufferedReader, BufferedWriter, BytesIO, FileIO, StringIO,
                 TextIOWrapper, UnsupportedOperation, open)

__all__ = ['BlockingIOError', 'open', 'open_code', 'IOBase', 'RawIOBase', 'FileIO', 'BytesIO',
           'StringIO', 'BufferedIOBase', 'BufferedReader', 'BufferedWriter', 'BufferedRWPair',
           'BufferedRandom', 'TextIOBase', 'TextIOWrapper', 'UnsupportedOperation', 'SEEK_SET',
           'SEEK_CUR', 'SEEK_END', 'IncrementalNewlineDecoder', 'text_encoding',
           'DEFAULT_BUFFER_SIZE']

BlockingIOError = BlockingIOError
DEFAULT_BUFFER_SIZE = 8192
SEEK_SET, SEEK_CUR, SEEK_END = 0, 1, 2


def open_code(path):
    """Opens a file that holds code, as bytes."""
    return open(path, 'rb')


def text_encoding(encoding, stacklevel=2):
    """The encoding itself; 'locale' for None."""
    return 'locale' if encoding is None else encoding


class IOBase(metaclass=_ABCMeta):
    """What all streams have."""

    _closed = False

    def _unsupported(self, name):
        raise UnsupportedOperation(name)

    def _check_open(self):
        if self.closed:
            raise ValueError('I/O operation on closed file.')

    _checkClosed = _check_open

    def _checkSeekable(self, msg=None):
        if not self.seekable():
            raise UnsupportedOperation(msg or 'File or stream is not seekable.')

    def _checkReadable(self, msg=None):
        if not self.readable():
            raise UnsupportedOperation(msg or 'File or stream is not readable.')

    def _checkWritable(self, msg=None):
        if not self.writable():
            raise UnsupportedOperation(msg or 'File or stream is not writable.')

    @property
    def closed(self):
        """Whether the stream has been closed."""
        return self._closed

    def close(self):
        """Flushes and closes the stream."""
        if not self._closed:
            try:
                self.flush()
            finally:
                self._closed = True

    def flush(self):
        """Writes out what is buffered."""
        self._check_open()

    def seek(self, offset, whence=0, /):
        """Moves to a position."""
        self._unsupported('seek')

    def tell(self):
        """The position."""
        return self.seek(0, 1)

    def truncate(self, pos=None, /):
        """Cuts the stream off."""
        self._unsupported('truncate')

    def fileno(self):
        """The descriptor."""
        self._unsupported('fileno')

    def isatty(self):
        """Whether it is a terminal."""
        self._check_open()
        return False

    def seekable(self):
        """Whether the position can be moved."""
        return False

    def readable(self):
        """Whether it can be read."""
        return False

    def writable(self):
        """Whether it can be written."""
        return False

    def readline(self, size=-1, /):
        """One line of bytes, its end included."""
        if size is None:
            size = -1
        line = bytearray()
        peek = getattr(self, 'peek', None)
        while size < 0 or len(line) < size:
            count = 1
            if peek is not None:
                ahead = peek(1)
                if ahead:
                    count = ahead.find(b'\n') + 1 or len(ahead)
                    if size >= 0:
                        count = min(count, size - len(line))
            piece = self.read(count)
            if not piece:
                break
            if not isinstance(piece, bytes):
                raise OSError(f"read() should have returned a bytes object, not "
                              f"'{type(piece).__name__}'")
            line += piece
            if line.endswith(b'\n'):
                break
        return bytes(line)

    def readlines(self, hint=-1, /):
        """The lines that are left."""
        lines = []
        size = 0
        for line in self:
            lines.append(line)
            size += len(line)
            if hint is not None and 0 < hint <= size:
                break
        return lines

    def writelines(self, lines, /):
        """Writes each of the lines."""
        self._check_open()
        for line in lines:
            self.write(line)

    def __iter__(self):
        self._check_open()
        return self

    def __next__(self):
        line = self.readline()
        if not line:
            raise StopIteration
        return line

    def __enter__(self):
        self._check_open()
        return self

    def __exit__(self, *args):
        self.close()

    def __del__(self):
        try:
            closed = self.closed
        except AttributeError:
            return
        if not closed:
            self.close()


class RawIOBase(IOBase):
    """Streams of bytes without a buffer: made of readinto() and write()."""

    def read(self, size=-1, /):
        """What one readinto() gives, at most size bytes; all that is left if negative."""
        if size is None or size < 0:
            return self.readall()
        room = bytearray(size)
        count = self.readinto(room)
        if count is None:
            return None
        return bytes(room[:count])

    def readall(self):
        """All that is left."""
        pieces = []
        while True:
            piece = self.read(DEFAULT_BUFFER_SIZE)
            if not piece:
                break
            pieces.append(piece)
        return b''.join(pieces) if pieces else piece

    def readinto(self, buffer, /):
        """Reads into a buffer: the number of bytes."""
        self._unsupported('readinto')

    def write(self, b, /):
        """Writes bytes: how many were written."""
        self._unsupported('write')


class BufferedIOBase(IOBase):
    """Streams of bytes with a buffer."""

    def read(self, size=-1, /):
        """Reads size bytes, or all that are left."""
        self._unsupported('read')

    def read1(self, size=-1, /):
        """Reads up to size bytes, with one read at most."""
        self._unsupported('read1')

    def _into(self, buffer, read):
        view = memoryview(buffer).cast('B')
        data = read(len(view))
        view[:len(data)] = data
        return len(data)

    def readinto(self, buffer, /):
        """Reads into a buffer: the number of bytes."""
        return self._into(buffer, self.read)

    def readinto1(self, buffer, /):
        """Reads into a buffer, with one read at most: the number of bytes."""
        return self._into(buffer, self.read1)

    def write(self, b, /):
        """Writes bytes."""
        self._unsupported('write')

    def detach(self):
        """The stream below, which is given up."""
        self._unsupported('detach')


class TextIOBase(IOBase):
    """Streams of text."""

    encoding = None
    errors = None
    newlines = None

    def read(self, size=-1, /):
        """Reads size characters, or all that are left."""
        self._unsupported('read')

    def readline(self, size=-1, /):
        """Reads one line."""
        self._unsupported('readline')

    def write(self, s, /):
        """Writes text."""
        self._unsupported('write')

    def detach(self):
        """The stream below, which is given up."""
        self._unsupported('detach')


RawIOBase.register(FileIO)
for _each in (BytesIO, BufferedReader, BufferedWriter, BufferedRandom):
    BufferedIOBase.register(_each)
for _each in (StringIO, TextIOWrapper):
    TextIOBase.register(_each)
del _each


class BufferedRWPair(BufferedIOBase):
    """A stream to read from and one to write to, as one."""

    def __init__(self, reader, writer, buffer_size=DEFAULT_BUFFER_SIZE):
        self.reader = BufferedReader(reader, buffer_size)
        self.writer = BufferedWriter(writer, buffer_size)

    def read(self, size=-1, /):
        """Reads size bytes, or all that are left."""
        return self.reader.read(size)

    def read1(self, size=-1, /):
        """Reads up to size bytes, with one read at most."""
        return self.reader.read1(size)

    def readinto(self, buffer, /):
        """Reads into a buffer."""
        return self.reader.readinto(buffer)

    def peek(self, size=0, /):
        """Bytes that come next."""
        return self.reader.peek(size)

    def write(self, b, /):
        """Writes bytes."""
        return self.writer.write(b)

    def flush(self):
        """Writes out what is buffered."""
        return self.writer.flush()

    def readable(self):
        """Whether the one can be read."""
        return self.reader.readable()

    def writable(self):
        """Whether the other can be written."""
        return self.writer.writable()

    def isatty(self):
        """Whether either is a terminal."""
        return self.reader.isatty() or self.writer.isatty()

    @property
    def closed(self):
        """Whether the writer has been closed."""
        return self.writer.closed

    def close(self):
        """Closes both."""
        try:
            self.writer.close()
        finally:
            self.reader.close()


class IncrementalNewlineDecoder:
    """Turns the line ends of text that comes in pieces into newlines."""

    def __init__(self, decoder, translate, errors='strict'):
        self.decoder = decoder
        self.translate = translate
        self.errors = errors
        self._held = False
        self._seen = set()

    def decode(self, input, final=False):
        """The next piece."""
        text = input if self.decoder is None else self.decoder.decode(input, final=final)
        if self._held and (text or final):
            text = '\r' + text
            self._held = False
        if text.endswith('\r') and not final:
            text = text[:-1]
            self._held = True
        both = text.count('\r\n')
        if both:
            self._seen.add('\r\n')
        if text.count('\r') > both:
            self._seen.add('\r')
        if text.count('\n') > both:
            self._seen.add('\n')
        if self.translate:
            text = text.replace('\r\n', '\n').replace('\r', '\n')
        return text

    def reset(self):
        """Forgets what was seen."""
        self._held = False
        self._seen.clear()
        if self.decoder is not None:
            self.decoder.reset()

    @property
    def newlines(self):
        """The line ends seen: None, one, or a tuple."""
        seen = tuple(end for end in ('\r', '\n', '\r\n') if end in self._seen)
        return None if not seen else seen[0] if len(seen) == 1 else seen
