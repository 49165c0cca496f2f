"""URLs and their parts: splitting, joining, quoting and query strings.

All functions take str or bytes and give back what they were given; a call that mixes the two is
refused. The results are named tuples which put themselves together again with geturl(), so that
`urlsplit(url).geturl()` names the same thing as `url`. Nothing here is checked against a grammar:
what cannot be split one way is a path.
"""

import re as _re
from collections import namedtuple as _namedtuple

__all__ = ["urlparse", "urlunparse", "urljoin", "urldefrag", "urlsplit", "urlunsplit", "urlencode",
           "parse_qs", "parse_qsl", "quote", "quote_plus", "quote_from_bytes", "unquote",
           "unquote_plus", "unquote_to_bytes", "DefragResult", "ParseResult", "SplitResult",
           "DefragResultBytes", "ParseResultBytes", "SplitResultBytes"]

# Which schemes know relative references, a host, and parameters behind the last path segment.
uses_relative = ["", "ftp", "http", "gopher", "nntp", "imap", "wais", "file", "https", "shttp",
                 "mms", "prospero", "rtsp", "rtspu", "sftp", "svn", "svn+ssh", "ws", "wss"]
uses_netloc = ["", "ftp", "http", "gopher", "nntp", "telnet", "imap", "wais", "file", "mms",
               "https", "shttp", "snews", "prospero", "rtsp", "rtspu", "rsync", "svn", "svn+ssh",
               "sftp", "nfs", "git", "git+ssh", "ws", "wss"]
uses_params = ["", "ftp", "hdl", "prospero", "http", "imap", "https", "shttp", "rtsp", "rtspu",
               "sip", "sips", "mms", "sftp", "tel"]

scheme_chars = "abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789+-."

_is_scheme = _re.compile(r"[A-Za-z][A-Za-z0-9+.\-]*\Z").match
_ignored = {ord("\t"): None, ord("\r"): None, ord("\n"): None}


def clear_cache():
    """Forgets nothing, as nothing is kept; for programs that call it."""


# --- str and bytes ---

def _as_is(result):
    return result


def _encode_result(result, encoding="ascii", errors="strict"):
    if isinstance(result, tuple):
        return result.encode(encoding, errors)
    return result.encode(encoding, errors)


def _to_text(*values):
    """The arguments as str, followed by the function that turns a result into their type."""
    is_text = isinstance(values[0], str)
    for each in values[1:]:
        if each and isinstance(each, str) != is_text:
            raise TypeError("Cannot mix str and non-str arguments")
    if is_text:
        return values + (_as_is,)
    return tuple(each.decode("ascii", "strict") if each else "" for each in values) + (
        _encode_result,)


class _TextResult:
    """What results of str have in common."""

    __slots__ = ()

    def encode(self, encoding="ascii", errors="strict"):
        """The same parts as bytes."""
        return self._bytes_type(*(part.encode(encoding, errors) for part in self))


class _BytesResult:
    """What results of bytes have in common."""

    __slots__ = ()

    def decode(self, encoding="ascii", errors="strict"):
        """The same parts as str."""
        return self._text_type(*(part.decode(encoding, errors) for part in self))


class _HostParts:
    """The parts of a netloc. `_marks` are the separators in the type of the result."""

    __slots__ = ()

    def _user_and_host(self):
        at, colon, opening, closing, percent = self._marks
        user, has_user, host = self.netloc.rpartition(at)
        if has_user:
            username, has_password, password = user.partition(colon)
            if not has_password:
                password = None
        else:
            username = password = None
        before, has_bracket, bracketed = host.partition(opening)
        if has_bracket:
            hostname, _, port = bracketed.partition(closing)
            _, _, port = port.partition(colon)
        else:
            hostname, _, port = host.partition(colon)
        return username, password, hostname, port or None

    @property
    def username(self):
        """The name before the @; None."""
        return self._user_and_host()[0]

    @property
    def password(self):
        """The password before the @; None."""
        return self._user_and_host()[1]

    @property
    def hostname(self):
        """The host in lower case, without brackets; None."""
        hostname = self._user_and_host()[2]
        if not hostname:
            return None
        name, percent, zone = hostname.partition(self._marks[4])
        return name.lower() + percent + zone

    @property
    def port(self):
        """The port as a number; None. ValueError when it is none."""
        port = self._user_and_host()[3]
        if port is None:
            return None
        if not (port.isdigit() and port.isascii()):
            raise ValueError(f"Port could not be cast to integer value as {port!r}")
        port = int(port)
        if port > 65535:
            raise ValueError("Port out of range 0-65535")
        return port


_text_marks = ("@", ":", "[", "]", "%")
_bytes_marks = (b"@", b":", b"[", b"]", b"%")

_Defrag = _namedtuple("DefragResult", "url fragment")
_Split = _namedtuple("SplitResult", "scheme netloc path query fragment")
_Parse = _namedtuple("ParseResult", "scheme netloc path params query fragment")


class DefragResult(_Defrag, _TextResult):
    """A URL and its fragment."""

    __slots__ = ()

    def geturl(self):
        """The URL put together again."""
        return self.url + "#" + self.fragment if self.fragment else self.url


class SplitResult(_Split, _HostParts, _TextResult):
    """scheme, netloc, path, query, fragment."""

    __slots__ = ()
    _marks = _text_marks

    def geturl(self):
        """The URL put together again."""
        return urlunsplit(self)


class ParseResult(_Parse, _HostParts, _TextResult):
    """scheme, netloc, path, params, query, fragment."""

    __slots__ = ()
    _marks = _text_marks

    def geturl(self):
        """The URL put together again."""
        return urlunparse(self)


class DefragResultBytes(_Defrag, _BytesResult):
    """A URL and its fragment, as bytes."""

    __slots__ = ()
    _text_type = DefragResult

    def geturl(self):
        """The URL put together again."""
        return self.url + b"#" + self.fragment if self.fragment else self.url


class SplitResultBytes(_Split, _HostParts, _BytesResult):
    """scheme, netloc, path, query, fragment, as bytes."""

    __slots__ = ()
    _marks = _bytes_marks
    _text_type = SplitResult

    def geturl(self):
        """The URL put together again."""
        return urlunsplit(self)


class ParseResultBytes(_Parse, _HostParts, _BytesResult):
    """scheme, netloc, path, params, query, fragment, as bytes."""

    __slots__ = ()
    _marks = _bytes_marks
    _text_type = ParseResult

    def geturl(self):
        """The URL put together again."""
        return urlunparse(self)


DefragResult._bytes_type = DefragResultBytes
SplitResult._bytes_type = SplitResultBytes
ParseResult._bytes_type = ParseResultBytes


# --- Taking apart and putting together ---

def _check_netloc(netloc):
    if ("[" in netloc) != ("]" in netloc):
        raise ValueError("Invalid IPv6 URL")
    if not netloc or netloc.isascii():
        return
    import unicodedata
    plain = netloc.replace("@", "").replace(":", "").replace("#", "").replace("?", "")
    normal = unicodedata.normalize("NFKC", plain)
    if plain != normal and any(mark in normal for mark in "/?#@:"):
        raise ValueError("netloc " + netloc + " contains invalid characters under NFKC "
                         "normalization")


def urlsplit(url, scheme="", allow_fragments=True):
    """Split a URL into (scheme, netloc, path, query, fragment)."""
    url, scheme, give = _to_text(url, scheme)
    url = url.translate(_ignored)
    scheme = scheme.translate(_ignored)
    netloc = query = fragment = ""
    colon = url.find(":")
    if colon > 0 and _is_scheme(url[:colon]):
        scheme, url = url[:colon].lower(), url[colon + 1:]
    if url[:2] == "//":
        ends = [at for at in (url.find(mark, 2) for mark in "/?#") if at >= 0]
        end = min(ends) if ends else len(url)
        netloc, url = url[2:end], url[end:]
        _check_netloc(netloc)
    if allow_fragments and "#" in url:
        url, _, fragment = url.partition("#")
    if "?" in url:
        url, _, query = url.partition("?")
    return give(SplitResult(scheme, netloc, url, query, fragment))


def urlparse(url, scheme="", allow_fragments=True):
    """Split a URL into (scheme, netloc, path, params, query, fragment)."""
    url, scheme, give = _to_text(url, scheme)
    scheme, netloc, path, query, fragment = urlsplit(url, scheme, allow_fragments)
    params = ""
    if scheme in uses_params and ";" in path:
        folder, slash, last = path.rpartition("/")
        last, _, params = last.partition(";")
        path = folder + slash + last
    return give(ParseResult(scheme, netloc, path, params, query, fragment))


def urlunsplit(components):
    """The URL of (scheme, netloc, path, query, fragment)."""
    scheme, netloc, url, query, fragment, give = _to_text(*components)
    if netloc or (scheme and scheme in uses_netloc and url[:2] != "//"):
        if url and url[:1] != "/":
            url = "/" + url
        url = "//" + (netloc or "") + url
    if scheme:
        url = scheme + ":" + url
    if query:
        url = url + "?" + query
    if fragment:
        url = url + "#" + fragment
    return give(url)


def urlunparse(components):
    """The URL of (scheme, netloc, path, params, query, fragment)."""
    scheme, netloc, url, params, query, fragment, give = _to_text(*components)
    if params:
        url = f"{url};{params}"
    return give(urlunsplit((scheme, netloc, url, query, fragment)))


def urldefrag(url):
    """The URL without its fragment, and the fragment."""
    url, give = _to_text(url)
    fragment = ""
    if "#" in url:
        scheme, netloc, path, params, query, fragment = urlparse(url)
        url = urlunparse((scheme, netloc, path, params, query, ""))
    return give(DefragResult(url, fragment))


def _resolve(base_path, path):
    """`path`, relative to the folder of `base_path`, without . and .. segments."""
    before = base_path.split("/")
    if before[-1] != "":
        del before[-1]  # the document itself
    if path[:1] == "/":
        segments = path.split("/")
    else:
        segments = before + path.split("/")
        # Empty segments inside say nothing.
        segments[1:-1] = [each for each in segments[1:-1] if each]
    resolved = []
    for each in segments:
        if each == "..":
            if resolved:
                resolved.pop()
        elif each != ".":
            resolved.append(each)
    if segments[-1] in (".", ".."):
        resolved.append("")
    return "/".join(resolved) or "/"


def urljoin(base, url, allow_fragments=True):
    """What `url` means in a document at `base`."""
    if not base:
        return url
    if not url:
        return base
    base, url, give = _to_text(base, url)
    b_scheme, b_netloc, b_path, b_params, b_query, _ = urlparse(base, "", allow_fragments)
    scheme, netloc, path, params, query, fragment = urlparse(url, b_scheme, allow_fragments)
    if scheme != b_scheme or scheme not in uses_relative:
        return give(url)
    if scheme in uses_netloc:
        if netloc:
            return give(urlunparse((scheme, netloc, path, params, query, fragment)))
        netloc = b_netloc
    if not path and not params:
        return give(urlunparse((scheme, netloc, b_path, b_params, query or b_query, fragment)))
    return give(urlunparse((scheme, netloc, _resolve(b_path, path), params, query, fragment)))


def unwrap(url):
    """The URL out of "<URL:scheme://host/path>"."""
    url = str(url).strip()
    if url[:1] == "<" and url[-1:] == ">":
        url = url[1:-1].strip()
    if url[:4] == "URL:":
        url = url[4:].strip()
    return url


# --- Quoting ---

_always_safe = frozenset(b"ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789_.-~")
_tables = {}  # safe bytes -> how each byte is written


def _table_of(safe):
    table = _tables.get(safe)
    if table is None:
        allowed = _always_safe.union(safe)
        table = [chr(each) if each in allowed else "%%%02X" % each for each in range(256)]
        if len(_tables) > 100:
            _tables.clear()
        _tables[safe] = table
    return table


def quote_from_bytes(bs, safe="/"):
    """Bytes as text in which all but letters, digits, _.-~ and `safe` are %XX."""
    if not isinstance(bs, (bytes, bytearray)):
        raise TypeError("quote_from_bytes() expected bytes")
    if not bs:
        return ""
    if isinstance(safe, str):
        safe = safe.encode("ascii", "ignore")
    else:
        safe = bytes([each for each in safe if each < 128])
    table = _table_of(safe)
    return "".join([table[each] for each in bs])


def quote(string, safe="/", encoding=None, errors=None):
    """Text in which all but letters, digits, _.-~ and `safe` are the %XX of its bytes."""
    if isinstance(string, str):
        if not string:
            return string
        string = string.encode("utf-8" if encoding is None else encoding,
                               "strict" if errors is None else errors)
    else:
        if encoding is not None:
            raise TypeError("quote() doesn't support 'encoding' for bytes")
        if errors is not None:
            raise TypeError("quote() doesn't support 'errors' for bytes")
    return quote_from_bytes(string, safe)


def quote_plus(string, safe="", encoding=None, errors=None):
    """As quote(), with + for a space."""
    blank = " " if isinstance(string, str) else b" "
    if blank not in string:
        return quote(string, safe, encoding, errors)
    blank = " " if isinstance(safe, str) else b" "
    return quote(string, safe + blank, encoding, errors).replace(" ", "+")


_escape = _re.compile(rb"%([0-9A-Fa-f]{2})")


def unquote_to_bytes(string):
    """The bytes of a text with %XX."""
    if isinstance(string, str):
        string = string.encode("utf-8")
    if not string:
        return b""
    if b"%" not in string:
        return string
    return _escape.sub(lambda found: bytes.fromhex(found[1].decode("ascii")), string)


_ascii_parts = _re.compile("([\x00-\x7f]+)").split


def unquote(string, encoding="utf-8", errors="replace"):
    """Text in which the %XX are what they stand for in `encoding`."""
    if isinstance(string, bytes):
        return unquote_to_bytes(string).decode("utf-8" if encoding is None else encoding,
                                               "replace" if errors is None else errors)
    if "%" not in string:
        return string
    encoding = "utf-8" if encoding is None else encoding
    errors = "replace" if errors is None else errors
    parts = _ascii_parts(string)
    for at in range(1, len(parts), 2):
        parts[at] = unquote_to_bytes(parts[at]).decode(encoding, errors)
    return "".join(parts)


def unquote_plus(string, encoding="utf-8", errors="replace"):
    """As unquote(), with a space for +."""
    return unquote(string.replace("+", " "), encoding, errors)


# --- Query strings ---

def parse_qsl(qs, keep_blank_values=False, strict_parsing=False, encoding="utf-8",
              errors="replace", max_num_fields=None, separator="&"):
    """The (name, value) pairs of a query string."""
    qs, give = _to_text(qs)
    if isinstance(separator, bytes):
        separator = separator.decode("ascii", "strict")
    if not separator or not isinstance(separator, str):
        raise ValueError("Separator must be of type string or bytes.")
    if max_num_fields is not None and max_num_fields < 1 + qs.count(separator):
        raise ValueError("Max number of fields exceeded")
    pairs = []
    for field in qs.split(separator):
        if not field and not strict_parsing:
            continue
        name, equals, value = field.partition("=")
        if not equals:
            if strict_parsing:
                raise ValueError("bad query field: %r" % (field,))
            if not keep_blank_values:
                continue
        if value or keep_blank_values:
            pairs.append((give(unquote_plus(name, encoding, errors)),
                          give(unquote_plus(value, encoding, errors))))
    return pairs


def parse_qs(qs, keep_blank_values=False, strict_parsing=False, encoding="utf-8",
             errors="replace", max_num_fields=None, separator="&"):
    """The names of a query string, each with the list of its values."""
    result = {}
    for name, value in parse_qsl(qs, keep_blank_values, strict_parsing, encoding, errors,
                                 max_num_fields, separator):
        result.setdefault(name, []).append(value)
    return result


def urlencode(query, doseq=False, safe="", encoding=None, errors=None, quote_via=quote_plus):
    """The query string of a mapping or of pairs; with `doseq` a sequence is several values."""
    if hasattr(query, "items"):
        query = query.items()
    else:
        try:
            if len(query) and not isinstance(query[0], tuple):
                raise TypeError
        except TypeError as problem:
            raise TypeError("not a valid non-string sequence or mapping object") from problem

    def written(value):
        if isinstance(value, bytes):
            return quote_via(value, safe)
        return quote_via(str(value), safe, encoding, errors)

    fields = []
    for name, value in query:
        name = written(name)
        if doseq and not isinstance(value, (str, bytes)):
            try:
                len(value)
            except TypeError:
                pass
            else:
                fields.extend(name + "=" + written(each) for each in value)
                continue
        fields.append(name + "=" + written(value))
    return "&".join(fields)
