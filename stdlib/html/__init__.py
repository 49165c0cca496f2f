"""HTML text: escaping and unescaping."""

import re as _re

__all__ = ["escape", "unescape"]


def escape(s, quote=True):
    """Replace &, < and >, and both quotes if `quote`, by character references."""
    s = s.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;")
    if quote:
        s = s.replace('"', "&quot;").replace("'", "&#x27;")
    return s


# Numbers 0x80 to 0x9F mean what they mean in windows-1252, as far as that knows them.
_windows = ("€\x81‚ƒ„…†‡ˆ‰Š‹Œ\x8dŽ\x8f\x90‘’“”•–—˜™š›œ\x9džŸ")


def _by_number(number):
    if number == 0 or 0xD800 <= number <= 0xDFFF or number > 0x10FFFF:
        return "\ufffd"
    if 0x80 <= number <= 0x9F:
        return _windows[number - 0x80]
    if number == 0x0D:
        return "\r"
    # Control characters and noncharacters stand for nothing.
    if (number < 9 or number == 11 or 14 <= number < 32 or number == 127
            or 0xFDD0 <= number <= 0xFDEF or number & 0xFFFE == 0xFFFE):
        return ""
    return chr(number)


def _replacement(found):
    from html.entities import html5
    name = found[1]
    if name[0] == "#":
        if name[1] in "xX":
            return _by_number(int(name[2:].rstrip(";"), 16))
        return _by_number(int(name[1:].rstrip(";")))
    if name in html5:
        return html5[name]
    # The longest beginning that is a name.
    for end in range(len(name) - 1, 1, -1):
        if name[:end] in html5:
            return html5[name[:end]] + name[end:]
    return found[0]


_reference = _re.compile("&(#[0-9]+;?|#[xX][0-9a-fA-F]+;?|[^\t\n\f <&#;]{1,32};?)")


def unescape(s):
    """Replace character references, named and numeric, by what they stand for in HTML 5."""
    if "&" not in s:
        return s
    return _reference.sub(_replacement, s)
