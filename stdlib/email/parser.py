"""Reading messages out of text and bytes. Whatever is broken is lived with and noted in `defects`."""

import io
import re

from email import errors
from email.policy import compat32

__all__ = ["Parser", "HeaderParser", "BytesParser", "BytesHeaderParser", "FeedParser",
           "BytesFeedParser"]

_header_line = re.compile(r"[^:\s][^:\r\n]*:|From ")
_line_end = re.compile(r"\r\n|\r|\n")


def _without_end(line):
    return line[:-2] if line.endswith("\r\n") else line[:-1] if line[-1:] in ("\r", "\n") else line


def _lines(text):
    """The lines with their ends; only \\r\\n, \\r and \\n end one."""
    lines, start = [], 0
    for found in _line_end.finditer(text):
        lines.append(text[start:found.end()])
        start = found.end()
    if start < len(text):
        lines.append(text[start:])
    return lines


def parse_header_lines(message, lines):
    """Takes the headers of a message from lines; the number of lines they take, with the empty one
    behind them."""
    name, value, count = None, [], 0

    def finish():
        if name is not None:
            text = _without_end("".join(value))
            message.set_raw(name, text)

    for line in lines:
        if not _without_end(line):
            count += 1
            break
        if line[0] in " \t":
            if name is None:
                message.defects.append(errors.FirstHeaderLineIsContinuationDefect(line))
            else:
                value.append(line)
            count += 1
            continue
        if not _header_line.match(line):
            message.defects.append(errors.MissingHeaderBodySeparatorDefect())
            break
        count += 1
        if line.startswith("From ") and count == 1:
            message.set_unixfrom(_without_end(line))
            continue
        finish()
        name, _, rest = line.partition(":")
        value = [rest.lstrip(" \t")]
    finish()
    return count


class FeedParser:
    """Takes a message piece by piece."""

    def __init__(self, _factory=None, *, policy=compat32):
        self.policy = policy
        self._factory = _factory
        self._pieces = []
        self._headers_only = False

    def feed(self, data):
        """Take more text."""
        self._pieces.append(data)

    def close(self):
        """The message."""
        text = "".join(self._pieces)
        self._pieces = []
        return self._message(_lines(text))

    def _make(self):
        if self._factory is None:
            return self.policy.make_message()
        try:
            return self._factory(policy=self.policy)
        except TypeError:
            return self._factory()

    def _message(self, lines, default_type=None):
        message = self._make()
        if default_type is not None:
            message.set_default_type(default_type)
        body = lines[parse_header_lines(message, lines):]
        kind = message.get_content_maintype()
        if self._headers_only:
            message.set_payload("".join(body))
        elif kind == "multipart":
            self._multipart(message, body)
        elif kind == "message" and message.get_content_type() != "message/delivery-status":
            message.attach(self._message(body))
        else:
            message.set_payload("".join(body))
        return message

    def _multipart(self, message, lines):
        boundary = message.get_boundary()
        if boundary is None:
            message.defects.append(errors.NoBoundaryInMultipartDefect())
            message.defects.append(errors.MultipartInvariantViolationDefect())
            message.set_payload("".join(lines))
            return
        mark = "--" + boundary
        default = "message/rfc822" if message.get_content_type() == "multipart/digest" else None
        parts, current, before, after, state = [], None, [], [], "before"
        for line in lines:
            bare = _without_end(line).rstrip()
            if state != "after" and bare in (mark, mark + "--"):
                if current is not None:
                    parts.append(current)
                current = []
                state = "inside"
                if bare != mark:
                    state, current = "after", None
                    if not line.endswith(("\n", "\r")):
                        after = None
            elif state == "before":
                before.append(line)
            elif state == "inside":
                current.append(line)
            else:
                after.append(line)
        if current is not None:
            parts.append(current)
            message.defects.append(errors.CloseBoundaryNotFoundDefect())
        if state == "before":
            message.defects.append(errors.StartBoundaryNotFoundDefect())
            message.defects.append(errors.MultipartInvariantViolationDefect())
            message.set_payload("".join(lines))
            return
        if before:
            before[-1] = _without_end(before[-1])
            message.preamble = "".join(before)
        if state == "after" and after is not None:
            message.epilogue = "".join(after)
        message._payload = []
        for part in parts:
            # The line end before a boundary belongs to it.
            if part:
                part[-1] = _without_end(part[-1])
            message.attach(self._message(part, default))


class BytesFeedParser(FeedParser):
    """Takes a message piece by piece, as bytes."""

    def feed(self, data):
        """Take more bytes."""
        super().feed(data.decode("ascii", "surrogateescape"))


class Parser:
    """Reads a message out of text."""

    _headers_only = False

    def __init__(self, _class=None, *, policy=compat32):
        self._class = _class
        self.policy = policy

    def parse(self, fp, headersonly=False):
        """The message of a text file."""
        return self.parsestr(fp.read(), headersonly)

    def parsestr(self, text, headersonly=False):
        """The message of a text."""
        parser = FeedParser(self._class, policy=self.policy)
        parser._headers_only = headersonly or self._headers_only
        parser.feed(text)
        return parser.close()


class HeaderParser(Parser):
    """Reads the headers; all else is text."""

    _headers_only = True


class BytesParser:
    """Reads a message out of bytes."""

    _headers_only = False

    def __init__(self, *args, **kw):
        self.parser = (HeaderParser if self._headers_only else Parser)(*args, **kw)

    def parse(self, fp, headersonly=False):
        """The message of a binary file."""
        return self.parsebytes(fp.read(), headersonly)

    def parsebytes(self, text, headersonly=False):
        """The message of bytes."""
        return self.parser.parsestr(bytes(text).decode("ascii", "surrogateescape"), headersonly)


class BytesHeaderParser(BytesParser):
    """Reads the headers out of bytes; all else is the payload."""

    _headers_only = True
