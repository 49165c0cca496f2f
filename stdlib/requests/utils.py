"""Small things about URLs, headers and proxies."""

import os
import re
from urllib.parse import quote, unquote, urlparse, urlunparse

from requests import certs
from requests.cookies import cookiejar_from_dict
from requests.exceptions import InvalidHeader, InvalidURL
from requests.structures import CaseInsensitiveDict

DEFAULT_CA_BUNDLE_PATH = certs.where()
DEFAULT_ACCEPT_ENCODING = "gzip, deflate"
DEFAULT_PORTS = {"http": 80, "https": 443}


def default_user_agent(name="python-requests"):
    """The name of this package as a client."""
    from requests import __version__
    return f"{name}/{__version__}"


def default_headers():
    """The headers every request has."""
    return CaseInsensitiveDict({"User-Agent": default_user_agent(),
                                "Accept-Encoding": DEFAULT_ACCEPT_ENCODING, "Accept": "*/*",
                                "Connection": "keep-alive"})


# --- Values of all kinds

def to_key_val_list(value):
    """Pairs of a mapping or of pairs."""
    if value is None:
        return None
    if isinstance(value, (str, bytes, bool, int)):
        raise ValueError("cannot encode objects that are not 2-tuples")
    return list(value.items() if hasattr(value, "items") else value)


from_key_val_list = to_key_val_list


def to_native_string(string, encoding="ascii"):
    """The text of str or bytes."""
    return string if isinstance(string, str) else string.decode(encoding)


def super_len(o):
    """How many bytes of a body there are left to send; 0 when that is not known."""
    total, position = None, 0
    if isinstance(o, str):
        total = len(o.encode("utf-8"))
    elif hasattr(o, "__len__"):
        total = len(o)
    elif hasattr(o, "len"):
        total = o.len
    elif hasattr(o, "fileno"):
        try:
            total = os.fstat(o.fileno()).st_size
        except (OSError, AttributeError):
            pass
    if hasattr(o, "tell"):
        try:
            position = o.tell()
            if total is None:
                o.seek(0, 2)
                total = o.tell()
                o.seek(position)
        except OSError:
            total = total or 0
            position = 0
    return max(0, (total or 0) - position)


def guess_filename(obj):
    """The name of a file object; None."""
    name = getattr(obj, "name", None)
    if name and isinstance(name, (str, bytes)) and name[0] not in ("<", b"<") and name[-1] != ">":
        return os.path.basename(name)
    return None


def iter_slices(string, slice_length):
    """Pieces of a string."""
    if slice_length is None or slice_length <= 0:
        slice_length = len(string)
    for at in range(0, len(string), slice_length or 1):
        yield string[at:at + slice_length]


def dict_from_cookiejar(cj):
    """The values of a jar's cookies by name."""
    return {cookie.name: cookie.value for cookie in cj}


def add_dict_to_cookiejar(cj, cookie_dict):
    """Add cookies to a jar."""
    return cookiejar_from_dict(cookie_dict, cj)


# --- Headers

def parse_list_header(value):
    """The items of a header, without their quotes."""
    items = re.findall(r'(?:[^,"]|"(?:[^"\\]|\\.)*")+', value)
    return [each.strip().strip('"') for each in items if each.strip()]


def parse_dict_header(value):
    """The name=value items of a header."""
    result = {}
    for item in re.findall(r'(?:[^,"]|"(?:[^"\\]|\\.)*")+', value):
        name, equals, text = item.strip().partition("=")
        result[name] = text.strip('"') if equals else None
    return result


def _parse_content_type_header(header):
    kind, *rest = header.split(";")
    params = {}
    for part in rest:
        name, equals, value = part.strip().partition("=")
        if name:
            params[name.strip("\"' ").lower()] = value.strip("\"' ") if equals else True
    return kind.strip(), params


def get_encoding_from_headers(headers):
    """The character set that the headers say or imply; None."""
    content_type = headers.get("content-type")
    if not content_type:
        return None
    content_type, params = _parse_content_type_header(content_type)
    if "charset" in params:
        return params["charset"].strip("'\"")
    if "text" in content_type:
        return "ISO-8859-1"
    if "application/json" in content_type:
        return "utf-8"
    return None


def get_encodings_from_content(content):
    """The character sets that an HTML text names."""
    return (re.findall(r'<meta.*?charset=["\']*(.+?)["\'>]', content, re.I)
            + re.findall(r'<meta.*?content=["\']*;?charset=(.+?)["\'>]', content, re.I)
            + re.findall(r'^<\?xml.*?encoding=["\']*(.+?)["\'>]', content))


def guess_encoding(content):
    """The character set that bytes are probably in."""
    for mark, name in ((b"\xef\xbb\xbf", "UTF-8-SIG"), (b"\xff\xfe\0\0", "UTF-32"),
                       (b"\0\0\xfe\xff", "UTF-32"), (b"\xff\xfe", "UTF-16"),
                       (b"\xfe\xff", "UTF-16")):
        if content.startswith(mark):
            return name
    if content.isascii():
        return "ascii"
    try:
        content.decode("utf-8")
    except UnicodeDecodeError:
        return "ISO-8859-1"
    return "utf-8"


def guess_json_utf(data):
    """Which UTF the bytes of a JSON text are in."""
    if data[:3] == b"\xef\xbb\xbf":
        return "utf-8-sig"
    if data[:4] in (b"\xff\xfe\0\0", b"\0\0\xfe\xff"):
        return "utf-32"
    if data[:2] in (b"\xff\xfe", b"\xfe\xff"):
        return "utf-16"
    zeros = [each == 0 for each in data[:4]]
    if not any(zeros):
        return "utf-8"
    return {(True, False, True, False): "utf-16-be", (False, True, False, True): "utf-16-le",
            (True, True, True, False): "utf-32-be",
            (False, True, True, True): "utf-32-le"}.get(tuple(zeros))


def stream_decode_response_unicode(iterator, r):
    """The text of pieces of bytes."""
    if r.encoding is None:
        yield from iterator
        return
    import codecs
    decoder = codecs.getincrementaldecoder(r.encoding)(errors="replace")
    for piece in iterator:
        text = decoder.decode(piece)
        if text:
            yield text
    text = decoder.decode(b"", final=True)
    if text:
        yield text


def parse_header_links(value):
    """The links of a Link header."""
    links = []
    value = value.strip(" '\"")
    for each in re.split(", *<", value) if value else ():
        url, _, params = each.partition(";")
        link = {"url": url.strip("<> '\"")}
        for param in params.split(";"):
            name, equals, text = param.partition("=")
            if not equals:
                break
            link[name.strip(" '\"")] = text.strip(" '\"")
        links.append(link)
    return links


_bad_value = re.compile(r"^\s|[\r\n]")


def check_header_validity(header):
    """InvalidHeader for what cannot be sent."""
    name, value = header
    for part, what in ((name, "name"), (value, "value")):
        if not isinstance(part, (str, bytes)):
            raise InvalidHeader(f"Header part ({part!r}) from {header} must be of type str or "
                                f"bytes, not {type(part)}")
        text = part if isinstance(part, str) else part.decode("latin-1")
        if _bad_value.search(text) or (what == "name" and (not text or ":" in text)):
            raise InvalidHeader(f"Invalid leading whitespace, reserved character(s), or return"
                                f"character(s) in header {what}: {part!r}")


# --- URLs

_unreserved = frozenset("ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-._~")


def unquote_unreserved(uri):
    """Without the %XX that need not be."""
    first, *parts = uri.split("%")
    out = [first]
    for part in parts:
        digits = part[:2]
        if len(digits) == 2 and digits.isalnum():
            try:
                char = chr(int(digits, 16))
            except ValueError:
                raise InvalidURL(f"Invalid percent-escape sequence: '{digits}'") from None
            out.append(char + part[2:] if char in _unreserved else "%" + part)
        else:
            out.append("%" + part)
    return "".join(out)


def requote_uri(uri):
    """With all the %XX that must be and none that need not."""
    try:
        return quote(unquote_unreserved(uri), safe="!#$%&'()*+,/:;=?@[]~")
    except InvalidURL:
        return quote(uri, safe="!#$&'()*+,/:;=?@[]~")


def get_auth_from_url(url):
    """(name, password) of a URL."""
    if "@" not in url:
        return "", ""
    parsed = urlparse(url)
    try:
        return unquote(parsed.username), unquote(parsed.password)
    except (AttributeError, TypeError):
        return "", ""


def urldefragauth(url):
    """The URL without fragment and password."""
    scheme, netloc, path, params, query, fragment = urlparse(url)
    if not netloc:
        netloc, path = path, netloc
    return urlunparse((scheme, netloc.rsplit("@", 1)[-1], path, params, query, ""))


def prepend_scheme_if_needed(url, new_scheme):
    """The URL with a scheme."""
    return url if "://" in url else new_scheme + "://" + url


def get_netrc_auth(url, raise_errors=False):
    """The (name, password) that ~/.netrc has for a host; None."""
    path = os.environ.get("NETRC") or os.path.expanduser("~/.netrc")
    if not os.path.exists(path):
        return None
    host = urlparse(url).hostname
    with open(path, encoding="utf-8") as file:
        words = file.read().split()
    entry, found = None, {}
    for at, word in enumerate(words):
        if word in ("machine", "default"):
            entry = words[at + 1] if word == "machine" and at + 1 < len(words) else ""
        elif word in ("login", "password") and entry in (host, "") and at + 1 < len(words):
            found.setdefault(entry, {})[word] = words[at + 1]
    chosen = found.get(host) or found.get("")
    return (chosen.get("login", ""), chosen.get("password", "")) if chosen else None


# --- Proxies

def get_environ_proxies(url, no_proxy=None):
    """The proxies that the environment names for a URL."""
    proxies = {}
    environ = os.environ
    for scheme in ("http", "https", "all"):
        name = scheme + "_proxy"
        value = environ.get(name) or environ.get(name.upper())
        if value:
            proxies[scheme] = value
    return {} if not proxies or should_bypass_proxies(url, no_proxy=no_proxy) else proxies


def _address_number(text):
    parts = text.split(".")
    if len(parts) != 4 or not all(part.isdigit() and int(part) < 256 for part in parts):
        return None
    number = 0
    for part in parts:
        number = number * 256 + int(part)
    return number


def should_bypass_proxies(url, no_proxy):
    """Whether no_proxy says that a URL is fetched without a proxy."""
    if no_proxy is None:
        no_proxy = os.environ.get("no_proxy") or os.environ.get("NO_PROXY")
    parsed = urlparse(url)
    if parsed.hostname is None:
        return True
    number = _address_number(parsed.hostname)
    for entry in (no_proxy or "").replace(" ", "").split(","):
        if not entry:
            continue
        if entry == "*":
            return True
        if number is not None:
            network, slash, bits = entry.partition("/")
            base = _address_number(network)
            if base is not None and slash and bits.isdigit():
                if number >> (32 - int(bits)) == base >> (32 - int(bits)):
                    return True
                continue
        hosts = [parsed.hostname]
        if parsed.port:
            hosts.append(f"{parsed.hostname}:{parsed.port}")
        if any(host.endswith(entry) for host in hosts):
            return True
    return False


def select_proxy(url, proxies):
    """The proxy for a URL; None."""
    if not proxies:
        return None
    parsed = urlparse(url)
    if parsed.hostname is None:
        return proxies.get(parsed.scheme, proxies.get("all"))
    for key in (f"{parsed.scheme}://{parsed.hostname}", parsed.scheme,
                f"all://{parsed.hostname}", "all"):
        if key in proxies:
            return proxies[key]
    return None


def resolve_proxies(request, proxies, trust_env=True):
    """The proxies given and those of the environment."""
    result = dict(proxies or {})
    no_proxy = result.get("no_proxy")
    found = get_environ_proxies(request.url, no_proxy=no_proxy) if trust_env else None
    if found:
        scheme = urlparse(request.url).scheme
        proxy = found.get(scheme, found.get("all"))
        if proxy:
            result.setdefault(scheme, proxy)
    return result
