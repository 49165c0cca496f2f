"""Writing messages."""

import random
import re
import sys
import time

from email import _quoted

__all__ = ["Generator", "BytesGenerator"]

_from_line = re.compile(r"^From ", re.MULTILINE)
_line_ends = re.compile(r"\r\n|\r|\n")


class Generator:
    """Writes a message to a text file."""

    def __init__(self, outfp, mangle_from_=None, maxheaderlen=None, *, policy=None):
        self._out = outfp
        self._mangle = mangle_from_
        self.maxheaderlen = maxheaderlen
        self.policy = policy

    def write(self, s):
        """Write text."""
        self._out.write(s)

    def clone(self, fp):
        """A generator with the same settings for another file."""
        return self.__class__(fp, self._mangle, self.maxheaderlen, policy=self.policy)

    def flatten(self, msg, unixfrom=False, linesep=None):
        """Write the message."""
        policy = self.policy or msg.policy
        self._end = linesep or policy.linesep
        self._used = policy
        self._mangles = policy.mangle_from_ if self._mangle is None else self._mangle
        self._width = self.maxheaderlen
        if self._width is None:
            self._width = policy.max_line_length or 0
        if unixfrom:
            line = msg.get_unixfrom() or "From nobody " + time.ctime(time.time())
            self.write(line + self._end)
        self._message(msg)

    def _message(self, msg):
        """One message, headers and all."""
        pieces = []
        self._payload(msg, pieces.append)  # first: it may choose a boundary
        for name, value in msg.raw_items():
            self.write(self._header(name, value))
        self.write(self._end)
        for piece in pieces:
            self.write(piece)

    def _header(self, name, value):
        from email.header import Header
        if isinstance(value, Header):
            text = value.encode(linesep=self._end)
        else:
            text = str(value)
            if not text.isascii() and not self._used.utf8:
                try:
                    text.encode("ascii", "surrogateescape")
                except UnicodeEncodeError:
                    text = _encoded_words(text) if self._used.is_modern else \
                        Header(text, "utf-8").encode(linesep=self._end)
        lines = _line_ends.split(text)
        if len(lines) == 1 and self._width and len(name) + 2 + len(text) > self._width:
            lines = _fold(name, text, self._width)
        return name + ": " + self._end.join(lines) + self._end

    def _payload(self, msg, write):
        kind = msg.get_content_maintype()
        payload = msg._payload
        if isinstance(payload, list) and kind == "message":
            self._nested(payload[0], write)
        elif isinstance(payload, list):
            self._multipart(msg, payload, write)
        elif payload is not None:
            write(self._body(msg, payload))

    def _body(self, msg, payload):
        if not isinstance(payload, str):
            raise TypeError("string payload expected: %s" % type(payload))
        if not payload.isascii():
            payload = self._beyond_ascii(msg, payload)
        if self._mangles:
            payload = _from_line.sub(">From ", payload)
        if self._end != "\n" or "\r" in payload:
            payload = _line_ends.sub(self._end, payload)
        return payload

    def _beyond_ascii(self, msg, payload):
        # Bytes behind surrogates cannot go out as text: transfer-encode them.
        raw = msg.get_payload(decode=True)
        charset = msg.get_param("charset", "us-ascii")
        from email.charset import Charset
        import base64
        del msg["content-transfer-encoding"]
        if Charset(charset).get_body_encoding() == "base64":
            payload = base64.encodebytes(raw).decode("ascii")
            msg["Content-Transfer-Encoding"] = "base64"
        else:
            payload = _quoted.encode(raw).decode("ascii")
            msg["Content-Transfer-Encoding"] = "quoted-printable"
        return payload

    def _nested(self, msg, write):
        inner = type(self)(_Collector(write), self._mangle, self.maxheaderlen, policy=self.policy)
        inner._into_text = True
        inner.flatten(msg, linesep=self._end)

    def _multipart(self, msg, parts, write):
        written = []
        for part in parts:
            pieces = []
            self._nested(part, pieces.append)
            written.append("".join(pieces))
        boundary = msg.get_boundary()
        if not boundary:
            boundary = self._make_boundary("\n".join(written))
            if msg.get("content-type") is not None:
                msg.set_param("boundary", boundary, replace=True)
        end = self._end
        if msg.preamble is not None:
            write(_line_ends.sub(end, msg.preamble) + end)
        write("--" + boundary + end)
        write((end + "--" + boundary + end).join(written))
        write(end + "--" + boundary + "--" + end)
        if msg.epilogue is not None:
            write(_line_ends.sub(end, msg.epilogue))

    def _make_boundary(self, text):
        while True:
            boundary = "=" * 15 + "%0*d==" % (len(repr(sys.maxsize - 1)),
                                              random.randrange(sys.maxsize))
            if "--" + boundary not in text:
                return boundary


class _Collector:
    """A file whose writes a function takes."""

    def __init__(self, write):
        self.write = write


class BytesGenerator(Generator):
    """Writes a message to a binary file."""

    _into_text = False

    def write(self, s):
        """Write text as bytes."""
        self._out.write(s if self._into_text else s.encode("ascii", "surrogateescape"))

    def _beyond_ascii(self, msg, payload):
        if self._used.cte_type == "8bit":
            return payload
        return super()._beyond_ascii(msg, payload)


def _encoded_words(text):
    """The words with characters beyond ASCII as encoded words, the others as they are."""
    from email.header import encode_word
    words = text.split(" ")
    odd = [at for at, word in enumerate(words) if not word.isascii()]
    first, last = odd[0], odd[-1]
    middle = " ".join(words[first:last + 1])
    return " ".join(words[:first] + [encode_word(middle)] + words[last + 1:])


def _fold(name, text, width):
    """The lines of a header that is longer than `width`, broken at spaces."""
    lines, line = [], ""
    room = width - len(name) - 2
    for word in re.findall(r"\s*\S+", text):
        if line and len(line) + len(word) > room:
            lines.append(line)
            line, room = " " + word.lstrip() if not word[:1].isspace() else word, width
        else:
            line += word
    lines.append(line)
    return lines
