"""Cookies as a server writes and reads them."""

import re
import time

__all__ = ["CookieError", "BaseCookie", "SimpleCookie", "Morsel"]

_legal_key = re.compile(r"[\w\d!#$%&'*+\-.^_`|~:]+", re.ASCII).fullmatch
_needs_quotes = re.compile(r"[^\w!#$%&'*+\-.^_`|~:]", re.ASCII).search
_octal = re.compile(r"\\(?:([0-3][0-7][0-7])|(.))")
_pair = re.compile(r"""
    \s*(?P<key>[\w\d!\#%&'~_`><@,:/\$\*\+\-\.\^\|\)\(\?\}\{\[\]]+?)
    (?:\s*=\s*(?P<val>"(?:[^\\"]|\\.)*"|\w{3},\s[\w\d\s-]{9,11}\s[\d:]{8}\sGMT|
       [\w\d!\#%&'~_`><@,:/\$\*\+\-\.\^\|\)\(\?\}\{\=\[\]]*))?
    \s*(?:\s+|;|$)""", re.ASCII | re.VERBOSE)


class CookieError(Exception):
    """A key or attribute that cookies do not have."""


def _quote(text):
    """The text, between double quotes if it has characters that ask for it."""
    if text is None or not _needs_quotes(text):
        return text
    out = []
    for char in text:
        if char in '"\\':
            out.append("\\" + char)
        elif char in ",;" or not " " <= char <= "~":
            out.append("\\%03o" % ord(char) if ord(char) < 256 else char)
        else:
            out.append(char)
    return '"' + "".join(out) + '"'


def _unquote(text):
    """The text that _quote() was given."""
    if text is None or len(text) < 2 or text[0] != '"' or text[-1] != '"':
        return text
    return _octal.sub(lambda found: chr(int(found[1], 8)) if found[1] else found[2], text[1:-1])


class Morsel(dict):
    """One cookie: key, value and attributes."""

    _reserved = {"expires": "expires", "path": "Path", "comment": "Comment", "domain": "Domain",
                 "max-age": "Max-Age", "secure": "Secure", "httponly": "HttpOnly",
                 "version": "Version", "samesite": "SameSite"}
    _flags = {"secure", "httponly"}

    def __init__(self):
        self._key = self._value = self._coded_value = None
        for name in self._reserved:
            dict.__setitem__(self, name, "")

    @property
    def key(self):
        """Its name."""
        return self._key

    @property
    def value(self):
        """Its value."""
        return self._value

    @property
    def coded_value(self):
        """Its value as it is sent."""
        return self._coded_value

    def __setitem__(self, K, V):
        K = K.lower()
        if K not in self._reserved:
            raise CookieError("Invalid attribute %r" % (K,))
        dict.__setitem__(self, K, V)

    def setdefault(self, key, val=None):
        """As of dicts, for attributes."""
        key = key.lower()
        if key not in self._reserved:
            raise CookieError("Invalid attribute %r" % (key,))
        return dict.setdefault(self, key, val)

    def update(self, values):
        """As of dicts, for attributes."""
        for key, value in dict(values).items():
            self[key] = value

    def isReservedKey(self, K):
        """Whether it is an attribute."""
        return K.lower() in self._reserved

    def set(self, key, val, coded_val):
        """Give it a name and a value."""
        if key.lower() in self._reserved:
            raise CookieError("Attempt to set a reserved key %r" % (key,))
        if not _legal_key(key):
            raise CookieError("Illegal key %r" % (key,))
        self._key, self._value, self._coded_value = key, val, coded_val

    def __eq__(self, morsel):
        if not isinstance(morsel, Morsel):
            return NotImplemented
        return (dict.__eq__(self, morsel) and self._value == morsel._value
                and self._key == morsel._key and self._coded_value == morsel._coded_value)

    __ne__ = object.__ne__

    def copy(self):
        """Another one that is equal."""
        other = Morsel()
        dict.update(other, self)
        other._key, other._value, other._coded_value = self._key, self._value, self._coded_value
        return other

    def output(self, attrs=None, header="Set-Cookie:"):
        """The header line."""
        return "%s %s" % (header, self.OutputString(attrs))

    __str__ = output

    def __repr__(self):
        return "<%s: %s>" % (self.__class__.__name__, self.OutputString())

    def js_output(self, attrs=None):
        """A script that sets the cookie."""
        return """
        <script type="text/javascript">
        <!-- begin hiding
        document.cookie = \"%s\";
        // end hiding -->
        </script>
        """ % self.OutputString(attrs).replace('"', r"\"")

    def OutputString(self, attrs=None):
        """The value of the header."""
        parts = ["%s=%s" % (self.key, self.coded_value)]
        for key, value in sorted(self.items()):
            if value == "" or (attrs is not None and key not in attrs):
                continue
            name = self._reserved[key]
            if key == "expires" and isinstance(value, int):
                from email.utils import formatdate
                parts.append("%s=%s" % (name, formatdate(time.time() + value, usegmt=True)))
            elif key == "max-age" and isinstance(value, int):
                parts.append("%s=%d" % (name, value))
            elif key == "comment" and isinstance(value, str):
                parts.append("%s=%s" % (name, _quote(value)))
            elif key in self._flags:
                if value:
                    parts.append(name)
            else:
                parts.append("%s=%s" % (name, value))
        return "; ".join(parts)


class BaseCookie(dict):
    """Cookies by name; a value that is assigned becomes a Morsel."""

    def __init__(self, input=None):
        if input:
            self.load(input)

    def value_decode(self, val):
        """(value, coded value) of what was read."""
        return val, val

    def value_encode(self, val):
        """(value, coded value) of what was assigned."""
        text = str(val)
        return text, text

    def _set(self, key, value, coded):
        morsel = self.get(key, Morsel())
        morsel.set(key, value, coded)
        dict.__setitem__(self, key, morsel)

    def __setitem__(self, key, value):
        if isinstance(value, Morsel):
            dict.__setitem__(self, key, value)
        else:
            self._set(key, *self.value_encode(value))

    def output(self, attrs=None, header="Set-Cookie:", sep="\015\012"):
        """The header lines, sorted by name."""
        return sep.join(morsel.output(attrs, header) for _, morsel in sorted(self.items()))

    __str__ = output

    def __repr__(self):
        return "<%s: %s>" % (self.__class__.__name__, " ".join(
            "%s=%r" % (key, morsel.value) for key, morsel in sorted(self.items())))

    def js_output(self, attrs=None):
        """Scripts that set the cookies."""
        return "".join(morsel.js_output(attrs) for _, morsel in sorted(self.items()))

    def load(self, rawdata):
        """Take the value of a Cookie header, or a mapping."""
        if not isinstance(rawdata, str):
            for key, value in rawdata.items():
                self[key] = value
            return
        found = []
        at, seen = 0, False
        while at < len(rawdata):
            match = _pair.match(rawdata, at)
            if not match:
                break
            at = match.end()
            key, value = match["key"], match["val"]
            if key[0] == "$":
                if seen:
                    found.append((False, key[1:], _unquote(value)))
            elif key.lower() in Morsel._reserved:
                if not seen:
                    return
                if value is None:
                    if key.lower() not in Morsel._flags:
                        return
                    found.append((False, key, True))
                else:
                    found.append((False, key, _unquote(value)))
            elif value is not None:
                found.append((True, key, self.value_decode(value)))
                seen = True
            else:
                return
        morsel = None
        for is_cookie, key, value in found:
            if is_cookie:
                self._set(key, *value)
                morsel = self[key]
            else:
                morsel[key] = value


class SimpleCookie(BaseCookie):
    """Cookies whose values are quoted where that is needed."""

    def value_decode(self, val):
        """(value, coded value) of what was read."""
        return _unquote(val), val

    def value_encode(self, val):
        """(value, coded value) of what was assigned."""
        text = str(val)
        return text, _quote(text)
