"""The quoted-printable transfer encoding."""

import re

_escape = re.compile(rb"=([0-9A-Fa-f]{2})|=[ \t]*(?:\r?\n|$)|[ \t]+(?=\r?\n|$)")
_plain = frozenset(range(33, 127)) - {61}


def _undo(found):
    return bytes.fromhex(found[1].decode("ascii")) if found[1] else b""


def decode(data):
    """The bytes that were encoded."""
    if isinstance(data, str):
        data = data.encode("ascii", "surrogateescape")
    return _escape.sub(_undo, data)


def encode(data, is_text=True):
    """The encoded bytes, in lines of at most 76. Line ends stay if it is text."""
    lines = data.split(b"\n") if is_text else [data]
    out = []
    for line in lines:
        end = b""
        if is_text and line.endswith(b"\r"):
            line, end = line[:-1], b"\r"
        width, pieces = 0, []
        for at, each in enumerate(line):
            last = at == len(line) - 1
            if each in _plain or each in (32, 9) and not last:
                piece = bytes((each,))
            else:
                piece = b"=%02X" % each
            # One place is for the = of a soft line end.
            if width + len(piece) > (76 if last else 75):
                pieces.append(b"=\n")
                width = 0
            pieces.append(piece)
            width += len(piece)
        out.append(b"".join(pieces) + end)
    return b"\n".join(out)
