"""What a request becomes before it is sent: the URL quoted, the body as bytes."""

import binascii
import os
import re
from urllib.parse import urlencode, urlsplit, urlunsplit

from requests.exceptions import InvalidURL, MissingSchema
from requests.utils import guess_filename, requote_uri, to_key_val_list


def encoded_parameters(data):
    """A query string of a mapping or pairs, whose values may be lists; text and files stay."""
    if isinstance(data, (str, bytes)) or hasattr(data, "read"):
        return data
    if not hasattr(data, "__iter__"):
        return data
    result = []
    for key, values in to_key_val_list(data):
        if isinstance(values, (str, bytes)) or not hasattr(values, "__iter__"):
            values = [values]
        for value in values:
            if value is not None:
                result.append((key.encode("utf-8") if isinstance(key, str) else key,
                               value.encode("utf-8") if isinstance(value, str) else value))
    return urlencode(result, doseq=True)


def _without_dots(path):
    out = []
    for segment in path.split("/"):
        if segment == "..":
            if len(out) > 1:
                out.pop()
        elif segment != ".":
            out.append(segment)
    if path.endswith(("/.", "/..")):
        out.append("")
    return "/".join(out)


def encoded_host(host):
    """The host as it is in DNS."""
    if host.isascii():
        return host
    labels = []
    for label in host.split("."):
        if label.isascii():
            labels.append(label)
        else:
            try:
                labels.append(label.lower().encode("idna").decode("ascii"))
            except (UnicodeError, LookupError):
                raise InvalidURL("URL has an invalid label.") from None
    return ".".join(labels)


# Nothing is to be changed in such a one.
_is_plain = re.compile(r"https?://[a-z0-9.-]*[a-z0-9](?::[0-9]{1,4})?/[A-Za-z0-9._~/!$&'()*+,;=:@-]*"
                       r"(?:\?[A-Za-z0-9._~/!$&'()*+,;=:@-]*)?").fullmatch


def prepared_url(url, params):
    """The URL that is asked for."""
    url = url.decode("utf8") if isinstance(url, bytes) else str(url)
    url = url.lstrip()
    if _is_plain(url) and "/." not in url:
        extra = encoded_parameters(params) if params else ""
        if not extra:
            return url
    if ":" in url and not url.lower().startswith("http"):
        return url
    try:
        parts = urlsplit(url)
        port = parts.port
    except ValueError:
        raise InvalidURL(f"Failed to parse: {url}") from None
    if not parts.scheme or "://" not in url:
        raise MissingSchema(f"Invalid URL {url!r}: No scheme supplied. Perhaps you meant "
                            f"http://{url}?")
    host = parts.hostname
    if not host:
        raise InvalidURL(f"Invalid URL {url!r}: No host supplied")
    if host.startswith(("*", ".")):
        raise InvalidURL("URL has an invalid label.")
    host = encoded_host(host)
    auth, at, _ = parts.netloc.rpartition("@")
    netloc = auth + at + (f"[{host}]" if ":" in host else host)
    if port is not None:
        netloc += f":{port}"
    path = parts.path or "/"
    if "/." in path:
        path = _without_dots(path)
    query = parts.query
    extra = encoded_parameters(params)
    if extra:
        if isinstance(extra, bytes):
            extra = extra.decode("utf-8")
        query = f"{query}&{extra}" if query else extra
    return requote_uri(urlunsplit((parts.scheme, netloc, path, query, parts.fragment)))


def _disposition(name, value):
    text = value.decode("utf-8") if isinstance(value, bytes) else str(value)
    text = text.replace("\r", "%0D").replace("\n", "%0A").replace('"', "%22")
    return f'{name}="{text}"'


def encoded_files(files, data):
    """(body, content type) of a form with files."""
    boundary = binascii.hexlify(os.urandom(16)).decode("ascii")
    parts = []

    def add(name, value, filename=None, content_type=None, headers=None):
        lines = ["--" + boundary]
        disposition = "Content-Disposition: form-data; " + _disposition("name", name)
        if filename is not None:
            disposition += "; " + _disposition("filename", filename)
        lines.append(disposition)
        if content_type:
            lines.append("Content-Type: " + content_type)
        for key, each in (headers or {}).items():
            lines.append(f"{key}: {each}")
        parts.append("\r\n".join(lines).encode("utf-8") + b"\r\n\r\n")
        parts.append(value.encode("utf-8") if isinstance(value, str) else value)
        parts.append(b"\r\n")

    if isinstance(data, (str, bytes)):
        raise ValueError("Data must not be a string.")
    for name, values in to_key_val_list(data or {}):
        if isinstance(values, (str, bytes)) or not hasattr(values, "__iter__"):
            values = [values]
        for value in values:
            if value is not None:
                add(name, value if isinstance(value, bytes) else str(value))
    for name, value in to_key_val_list(files or {}):
        content_type = headers = None
        if isinstance(value, (tuple, list)):
            filename, file = value[:2]
            if len(value) > 2:
                content_type = value[2]
            if len(value) > 3:
                headers = value[3]
        else:
            filename, file = guess_filename(value) or name, value
        if isinstance(file, (str, bytes, bytearray)):
            contents = file
        elif hasattr(file, "read"):
            contents = file.read()
        elif file is None:
            continue
        else:
            contents = file
        add(name, contents, filename, content_type, headers)
    parts.append(f"--{boundary}--\r\n".encode("ascii"))
    return b"".join(parts), "multipart/form-data; boundary=" + boundary
