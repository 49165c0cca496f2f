# What several tests need: standard error caught, and texts without addresses, dates and gevent's own frames.
import sys

HEXADECIMAL = "0123456789abcdef"


class Caught:
    """Stands in for sys.stderr while a `with` block runs; shown() is what was written, masked."""

    def __init__(self):
        self.pieces = []

    def write(self, text):
        self.pieces.append(text)
        return len(text)

    def flush(self):
        pass

    def __enter__(self):
        self.before, sys.stderr = sys.stderr, self
        return self

    def __exit__(self, *exception):
        sys.stderr = self.before

    def shown(self):
        return masked_traceback("".join(self.pieces))


def masked(value):
    """The repr of a value, or a text, with addresses left out."""
    text = value if isinstance(value, str) else repr(value)
    pieces = []
    while "0x" in text:
        before, _, text = text.partition("0x")
        pieces.append(before + "ADDRESS")
        text = text.lstrip(HEXADECIMAL)
    return "".join(pieces) + text


def without_date(line):
    words = line.split(" ", 1)
    if len(words) == 2 and len(words[0]) == 20 and words[0][4] == "-" and words[0][10] == "T":
        return "DATE " + words[1]
    return line


def masked_traceback(text):
    """Leaves out the frames that are not of the test's own folder."""
    own = __file__.rpartition("/")[0]
    lines = []
    foreign = False
    for line in text.split("\n"):
        if line.startswith('  File "'):
            path = line.split('"')[1]
            foreign = not path.startswith(own) and "/" in path or path.startswith("<")
            line = line.replace(own + "/", "")
        elif not line.startswith("    "):
            foreign = False
        if not foreign:
            lines.append(without_date(masked(line)))
    return "\n".join(lines)
