"""Headers with text beyond ASCII: the encoded words of mail."""

import base64
import binascii
import re

from email import _quoted
from email.errors import HeaderParseError

__all__ = ["Header", "decode_header", "make_header"]

_word = re.compile(r"=\?([^?]*?)\?([qQbB])\?(.*?)\?=")
# What stands for itself in an encoded word.
_plain = frozenset(b"abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789-!*+/")


def _charset_name(charset):
    name = str(charset).lower()
    return {"utf8": "utf-8", "latin-1": "iso-8859-1", "latin1": "iso-8859-1",
            "ascii": "us-ascii"}.get(name, name)


def _q_encoded(raw):
    return "".join(chr(each) if each in _plain else "_" if each == 32 else "=%02X" % each
                   for each in raw)


def encode_word(text, charset="utf-8"):
    """The text as one encoded word, in the shorter of the two encodings for UTF-8."""
    charset = _charset_name(charset)
    raw = text.encode(charset)
    b64 = base64.b64encode(raw).decode("ascii")
    q = _q_encoded(raw)
    if charset == "utf-8" and len(b64) < len(q):
        return "=?%s?b?%s?=" % (charset, b64)
    return "=?%s?q?%s?=" % (charset, q)


def _decode_word(encoding, text):
    if encoding in "qQ":
        return _quoted.decode(text.replace("_", "=20"))
    padded = text + "=" * (-len(text) % 4)
    try:
        return base64.b64decode(padded)
    except binascii.Error:
        raise HeaderParseError("Base64 decoding error") from None


def decode_header(header):
    """The (text, character set) pairs of a header; bytes wherever there is an encoded word."""
    if hasattr(header, "_chunks"):
        return [(str(text).encode(charset if charset != "us-ascii" else "ascii"), charset)
                for text, charset in header._chunks]
    if not _word.search(header):
        return [(header, None)]
    pieces = []
    for line in header.splitlines():
        at, first = 0, True
        for found in _word.finditer(line):
            between = line[at:found.start()]
            if first:
                between = between.lstrip()
                first = False
            if between and not (between.isspace() and pieces and pieces[-1][1]):
                pieces.append([between.encode("raw-unicode-escape"), None])
            pieces.append([_decode_word(found[2], found[3]), found[1].lower()])
            at = found.end()
        rest = line[at:]
        if first:
            rest = rest.lstrip()
        if rest:
            pieces.append([rest.encode("raw-unicode-escape"), None])
    joined = []
    for raw, charset in pieces:
        if joined and joined[-1][1] == charset:
            joined[-1][0] += (b" " if charset is None else b"") + raw
        else:
            joined.append([raw, charset])
    return [tuple(each) for each in joined]


class Header:
    """A header's value in pieces, each with its character set."""

    def __init__(self, s=None, charset=None, maxlinelen=None, header_name=None,
                 continuation_ws=" ", errors="strict"):
        self._charset = _charset_name(charset or "us-ascii")
        self._width = maxlinelen or 78
        self._chunks = []
        if s is not None:
            self.append(s, charset, errors)

    def append(self, s, charset=None, errors="strict"):
        """Add a piece."""
        charset = self._charset if charset is None else _charset_name(charset)
        if isinstance(s, bytes):
            s = s.decode(charset if charset != "unknown-8bit" else "ascii", errors)
        elif charset == "us-ascii" and not s.isascii():
            charset = "utf-8"
        self._chunks.append((s, charset))

    def __str__(self):
        text, before = "", None
        for piece, charset in self._chunks:
            # Encoded words touch each other; plain text is set off by a space.
            if text and (before == "us-ascii") != (charset == "us-ascii"):
                if not text[-1].isspace() and not piece[:1].isspace():
                    text += " "
            text += piece
            before = charset
        return text

    def __eq__(self, other):
        return other == str(self)

    def encode(self, splitchars=";, \t", maxlinelen=None, linesep="\n"):
        """The value as it is sent."""
        words = []
        for piece, charset in self._chunks:
            if charset == "us-ascii":
                words.append(piece)
                continue
            # An encoded word has at most 75 characters; what is longer becomes several.
            start = 0
            while start < len(piece):
                end = len(piece)
                while len(encode_word(piece[start:end], charset)) > 75 and end > start + 1:
                    end = start + (end - start) // 2
                words.append(encode_word(piece[start:end], charset))
                start = end
        return (linesep + " ").join(_folded(" ".join(words), self._width))


def _folded(text, width):
    lines, line = [], ""
    for word in text.split(" "):
        if line and len(line) + 1 + len(word) > width:
            lines.append(line)
            line = word
        else:
            line = line + " " + word if line else word
    lines.append(line)
    return lines


def make_header(decoded_seq, maxlinelen=None, header_name=None, continuation_ws=" "):
    """The Header of what decode_header() gave."""
    header = Header(maxlinelen=maxlinelen, header_name=header_name)
    for text, charset in decoded_seq:
        header.append(text, charset)
    return header
