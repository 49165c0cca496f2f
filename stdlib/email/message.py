"""A message: headers in order, looked up without regard to case, and a payload, which is text or a
list of messages."""

import base64
import binascii
import re

from email import _quoted, utils
from email.policy import compat32

__all__ = ["Message", "EmailMessage", "MIMEPart"]

_tspecials = re.compile(r'[ \(\)<>@,;:\\"/\[\]\?=]')


def _parameter_text(name, value=None, quoted=True):
    """`name=value` of a header."""
    if value is None or (not isinstance(value, tuple) and len(value) == 0):
        return name
    if isinstance(value, tuple):
        return "%s*=%s" % (name, utils.encode_rfc2231(value[2], value[0], value[1]))
    if not value.isascii():
        return "%s*=%s" % (name, utils.encode_rfc2231(value, "utf-8", ""))
    if quoted or _tspecials.search(value):
        return '%s="%s"' % (name, utils.quote(value))
    return "%s=%s" % (name, value)


def _split_parameters(text):
    """The parts between the semicolons that are not inside quotes."""
    parts, start, quoted, at = [], 0, False, 0
    while at < len(text):
        char = text[at]
        if char == "\\" and quoted:
            at += 1
        elif char == '"':
            quoted = not quoted
        elif char == ";" and not quoted:
            parts.append(text[start:at])
            start = at + 1
        at += 1
    parts.append(text[start:])
    return parts


def _unquoted(value):
    if isinstance(value, tuple):
        return value[0], value[1], utils.unquote(value[2])
    return utils.unquote(value)


class Message:
    """A message of any kind."""

    def __init__(self, policy=compat32):
        self.policy = policy
        self._headers = []
        self._unixfrom = None
        self._payload = None
        self._charset = None
        self.preamble = self.epilogue = None
        self.defects = []
        self._default_type = "text/plain"

    def __str__(self):
        return self.as_string()

    def as_string(self, unixfrom=False, maxheaderlen=0, policy=None):
        """The whole message as text."""
        import io
        from email.generator import Generator
        out = io.StringIO()
        Generator(out, False, maxheaderlen, policy=policy or self.policy).flatten(self, unixfrom)
        return out.getvalue()

    def __bytes__(self):
        return self.as_bytes()

    def as_bytes(self, unixfrom=False, policy=None):
        """The whole message as bytes."""
        import io
        from email.generator import BytesGenerator
        out = io.BytesIO()
        BytesGenerator(out, False, policy=policy or self.policy).flatten(self, unixfrom)
        return out.getvalue()

    # --- Payload

    def is_multipart(self):
        """Whether the payload is a list of messages."""
        return isinstance(self._payload, list)

    def set_unixfrom(self, unixfrom):
        """The `From ` line of a mailbox."""
        self._unixfrom = unixfrom

    def get_unixfrom(self):
        """The `From ` line of a mailbox; None."""
        return self._unixfrom

    def attach(self, payload):
        """Add a message to the payload."""
        if self._payload is None:
            self._payload = [payload]
        else:
            try:
                self._payload.append(payload)
            except AttributeError:
                raise TypeError("Attach is not valid on a message with a non-multipart "
                                "payload") from None

    def get_payload(self, i=None, decode=False):
        """The payload, or part `i` of it; as bytes without transfer encoding if `decode`."""
        payload = self._payload
        if self.is_multipart():
            if decode:
                return None
            return payload if i is None else payload[i]
        if i is not None and not isinstance(payload, list):
            raise TypeError("Expected list, got %s" % type(payload))
        if not decode:
            if isinstance(payload, str) and not payload.isascii():
                try:
                    raw = payload.encode("ascii", "surrogateescape")
                except UnicodeEncodeError:
                    return payload
                charset = self.get_param("charset", "ascii")
                try:
                    return raw.decode(charset, "replace")
                except LookupError:
                    return raw.decode("ascii", "replace")
            return payload
        if isinstance(payload, str):
            try:
                raw = payload.encode("ascii", "surrogateescape")
            except UnicodeEncodeError:
                raw = payload.encode("raw-unicode-escape")
        else:
            raw = payload
        encoding = str(self.get("content-transfer-encoding", "")).lower()
        if raw is None:
            return None
        if encoding == "quoted-printable":
            return _quoted.decode(raw)
        if encoding == "base64":
            try:
                return base64.b64decode(b"".join(raw.splitlines()))
            except binascii.Error:
                return raw
        return raw

    def set_payload(self, payload, charset=None):
        """Replace the payload."""
        if hasattr(payload, "encode") and charset is not None:
            name = str(charset)
            payload = payload.encode(name).decode("ascii", "surrogateescape")
        self._payload = payload
        if charset is not None:
            self.set_charset(charset)

    def set_charset(self, charset):
        """Say in the headers what the payload is encoded in, and encode it for transfer."""
        if charset is None:
            self.del_param("charset")
            self._charset = None
            return
        from email import encoders
        from email.charset import Charset
        if not isinstance(charset, Charset):
            charset = Charset(charset)
        self._charset = charset
        if "MIME-Version" not in self:
            self.add_header("MIME-Version", "1.0")
        if "Content-Type" not in self:
            self.add_header("Content-Type", "text/plain", charset=charset.get_output_charset())
        else:
            self.set_param("charset", charset.get_output_charset())
        if "Content-Transfer-Encoding" not in self:
            encoding = charset.get_body_encoding()
            if encoding == "base64":
                encoders.encode_base64(self)
            elif encoding == "quoted-printable":
                raw = self.get_payload(decode=True)
                self._payload = _quoted.encode(raw).decode("ascii")
                self.add_header("Content-Transfer-Encoding", encoding)
            else:
                self.add_header("Content-Transfer-Encoding", encoding)

    def get_charset(self):
        """What set_charset() was given."""
        return self._charset

    # --- Headers

    def __len__(self):
        return len(self._headers)

    def __getitem__(self, name):
        return self.get(name)

    def __setitem__(self, name, val):
        self._headers.append((name, val))

    def __delitem__(self, name):
        name = name.lower()
        self._headers = [each for each in self._headers if each[0].lower() != name]

    def __contains__(self, name):
        name = name.lower()
        for key, _ in self._headers:
            if key.lower() == name:
                return True
        return False

    def __iter__(self):
        for name, _ in self._headers:
            yield name

    def keys(self):
        """The names of all headers."""
        return [name for name, _ in self._headers]

    def values(self):
        """The values of all headers."""
        return [self._fetched(value) for _, value in self._headers]

    def items(self):
        """The names and values of all headers."""
        return [(name, self._fetched(value)) for name, value in self._headers]

    def _fetched(self, value):
        return value

    def get(self, name, failobj=None):
        """The value of a header."""
        name = name.lower()
        for key, value in self._headers:
            if key.lower() == name:
                return self._fetched(value)
        return failobj

    def get_all(self, name, failobj=None):
        """The values of all headers of a name."""
        name = name.lower()
        found = [self._fetched(value) for key, value in self._headers if key.lower() == name]
        return found or failobj

    def set_raw(self, name, value):
        """Add a header as it is."""
        self._headers.append((name, value))

    def raw_items(self):
        """The headers as they are."""
        return iter(self._headers.copy())

    def add_header(self, _name, _value, **_params):
        """Add a header with parameters; an underscore in their names becomes a dash."""
        parts = [] if _value is None else [_value]
        for name, value in _params.items():
            name = name.replace("_", "-")
            parts.append(name if value is None else _parameter_text(name, value))
        self[_name] = "; ".join(parts)

    def replace_header(self, _name, _value):
        """Give the first header of a name another value."""
        name = _name.lower()
        for at, (key, _) in enumerate(self._headers):
            if key.lower() == name:
                self._headers[at] = (key, _value)
                return
        raise KeyError(_name)

    # --- Content-Type and its parameters

    def get_content_type(self):
        """The media type in lower case; what it is by default where none is said."""
        value = self.get("content-type")
        if value is None:
            return self.get_default_type()
        kind = str(value).partition(";")[0].strip().lower()
        return kind if kind.count("/") == 1 else "text/plain"

    def get_content_maintype(self):
        """The media type before the slash."""
        return self.get_content_type().split("/")[0]

    def get_content_subtype(self):
        """The media type behind the slash."""
        return self.get_content_type().split("/")[1]

    def get_default_type(self):
        """The media type where none is said."""
        return self._default_type

    def set_default_type(self, ctype):
        """The media type where none is said."""
        self._default_type = ctype

    def _parameters(self, header):
        value = self.get(header)
        if value is None:
            return None
        pairs = []
        for part in _split_parameters(str(value)):
            name, equals, text = part.partition("=")
            if name.strip() or equals:
                pairs.append((name.strip().lower() if pairs else name.strip(), text.strip()))
        return utils.decode_params(pairs) if pairs else []

    def get_params(self, failobj=None, header="content-type", unquote=True):
        """The (name, value) pairs of a header; the first is its value itself."""
        pairs = self._parameters(header)
        if pairs is None:
            return failobj
        if unquote:
            return [(name, _unquoted(value)) for name, value in pairs]
        return pairs

    def get_param(self, param, failobj=None, header="content-type", unquote=True):
        """The value of a parameter of a header."""
        for name, value in self._parameters(header) or ():
            if name.lower() == param.lower():
                return _unquoted(value) if unquote else value
        return failobj

    def set_param(self, param, value, header="Content-Type", requote=True, charset=None,
                  language="", replace=False):
        """Change a parameter of a header, or add it."""
        if not isinstance(value, tuple) and charset:
            value = (charset, language, value)
        if header not in self and header.lower() == "content-type":
            text = "text/plain"
        else:
            text = str(self.get(header, ""))
        written = _parameter_text(param, value, requote)
        parts = [part.strip() for part in _split_parameters(text)]
        if requote:
            for at, part in enumerate(parts):
                name, equals, old = part.partition("=")
                if at and equals and not name.endswith("*"):
                    parts[at] = _parameter_text(name.strip(), utils.unquote(old.strip()))
        for at, part in enumerate(parts):
            if at and part.partition("=")[0].strip().rstrip("*").lower() == param.lower():
                parts[at] = written
                break
        else:
            parts = [part for part in parts if part] + [written]
        text = "; ".join(parts)
        if text != self.get(header):
            if replace and header in self:
                self.replace_header(header, text)
            else:
                del self[header]
                self[header] = text

    def del_param(self, param, header="content-type", requote=True):
        """Take a parameter out of a header."""
        if header not in self:
            return
        parts = [part.strip() for part in _split_parameters(str(self[header]))]
        left = [part for at, part in enumerate(parts)
                if not at or part.partition("=")[0].strip().lower() != param.lower()]
        if left != parts:
            del self[header]
            self[header] = "; ".join(left)

    def set_type(self, type, header="Content-Type", requote=True):
        """Change the media type and keep the parameters."""
        if type.count("/") != 1:
            raise ValueError
        if header.lower() == "content-type":
            del self["mime-version"]
            self["MIME-Version"] = "1.0"
        if header not in self:
            self[header] = type
            return
        parts = [part.strip() for part in _split_parameters(str(self[header]))]
        del self[header]
        self[header] = "; ".join([type] + parts[1:])

    def get_filename(self, failobj=None):
        """The name of an attachment."""
        name = self.get_param("filename", None, "content-disposition")
        if name is None:
            name = self.get_param("name", None, "content-type")
        return failobj if name is None else utils.collapse_rfc2231_value(name).strip()

    def get_boundary(self, failobj=None):
        """The boundary of a multipart message."""
        boundary = self.get_param("boundary")
        return failobj if boundary is None else utils.collapse_rfc2231_value(boundary).rstrip()

    def set_boundary(self, boundary):
        """Change the boundary of a multipart message."""
        from email.errors import HeaderParseError
        if self.get_params() is None:
            raise HeaderParseError("No Content-Type header found")
        self.set_param("boundary", boundary, replace=True)

    def get_content_charset(self, failobj=None):
        """The character set that the headers name, in lower case."""
        charset = self.get_param("charset")
        if charset is None:
            return failobj
        if isinstance(charset, tuple):
            charset = utils.collapse_rfc2231_value(charset)
        return charset.lower()

    def get_charsets(self, failobj=None):
        """The character sets of this message and all within."""
        return [part.get_content_charset(failobj) for part in self.walk()]

    def get_content_disposition(self):
        """`inline`, `attachment` or whatever is said; None."""
        value = self.get("content-disposition")
        return None if value is None else str(value).partition(";")[0].strip().lower()

    def walk(self):
        """This message and all within, from the outside."""
        yield self
        if self.is_multipart():
            for part in self._payload:
                yield from part.walk()


class MIMEPart(Message):
    """A message whose headers are decoded text and whose content is got and set as what it is."""

    def __init__(self, policy=None):
        from email.policy import default
        super().__init__(default if policy is None else policy)

    def _fetched(self, value):
        if isinstance(value, str) and "=?" in value:
            from email.header import decode_header, make_header
            return str(make_header(decode_header(value)))
        return value

    def __setitem__(self, name, val):
        from email.policy import compat32
        if self.policy is not compat32:
            single = ("subject", "from", "to", "cc", "bcc", "date", "sender", "reply-to",
                      "message-id", "content-type", "mime-version", "content-disposition",
                      "content-transfer-encoding")
            if name.lower() in single and name in self:
                raise ValueError("There may be at most 1 %s headers in a message"
                                 % name.lower().title() if name.lower() != "message-id" else
                                 "There may be at most 1 Message-Id headers in a message")
            if isinstance(val, (list, tuple)):
                val = ", ".join(map(str, val))
            elif hasattr(val, "strftime"):
                val = utils.format_datetime(val)
            if "\n" in str(val) or "\r" in str(val):
                raise ValueError("Header values may not contain linefeed or carriage return "
                                 "characters")
        super().__setitem__(name, val if isinstance(val, str) else str(val))

    def as_string(self, unixfrom=False, maxheaderlen=None, policy=None):
        """The whole message as text."""
        policy = self.policy if policy is None else policy
        if maxheaderlen is None:
            maxheaderlen = policy.max_line_length or 0
        return super().as_string(unixfrom, maxheaderlen, policy)

    def is_attachment(self):
        """Whether the headers say that it is one."""
        return self.get_content_disposition() == "attachment"

    def get_content(self, errors="replace"):
        """The content: text as str, messages as messages, all else as bytes."""
        kind = self.get_content_maintype()
        if kind == "text":
            raw = self.get_payload(decode=True)
            return raw.decode(self.get_param("charset", "ASCII"), errors)
        if kind == "multipart":
            raise KeyError(self.get_content_type())
        if kind == "message":
            return self.get_payload(0)
        return self.get_payload(decode=True)

    def set_content(self, obj, *args, **kw):
        """Make text, bytes or a message the content, with the headers that belong to it."""
        from email._content import set_content
        set_content(self, obj, *args, **kw)

    def clear(self):
        """Drop headers and content."""
        self._headers = []
        self._payload = None

    def clear_content(self):
        """Drop the content and the headers about it."""
        self._headers = [each for each in self._headers
                         if not each[0].lower().startswith("content-")]
        self._payload = None

    def iter_parts(self):
        """The messages inside."""
        return iter(self._payload if self.is_multipart() else ())

    def iter_attachments(self):
        """The messages inside that are not the text."""
        if self.get_content_maintype() != "multipart":
            return
        parts = list(self.iter_parts())
        if self.get_content_subtype() == "alternative":
            return
        if self.get_content_subtype() == "related":
            yield from parts[1:]
            return
        body = next((part for part in parts if not part.is_attachment()), None)
        for part in parts:
            if part is not body:
                yield part

    def get_body(self, preferencelist=("related", "html", "plain")):
        """The part that is the text, by preference; None."""
        best = [len(preferencelist), None]

        def look(part):
            if part.is_attachment():
                return
            kind, subtype = part.get_content_type().split("/")
            if kind == "text":
                if subtype in preferencelist and preferencelist.index(subtype) < best[0]:
                    best[:] = [preferencelist.index(subtype), part]
            elif kind == "multipart":
                inner = list(part.iter_parts())
                if subtype == "related":
                    if "related" in preferencelist and preferencelist.index("related") < best[0]:
                        best[:] = [preferencelist.index("related"), part]
                    inner = inner[:1]
                elif subtype != "alternative":
                    inner = inner[:1] if not inner or inner[0].get_content_maintype() != \
                        "multipart" else inner
                for each in inner:
                    look(each)

        look(self)
        return best[1]

    def _make_multipart(self, subtype, refused, boundary):
        kind = self.get_content_maintype()
        if kind == "multipart" and self.get_content_subtype() in refused + (subtype,):
            raise ValueError("Cannot convert {} to {}".format(self.get_content_subtype(), subtype))
        kept = [each for each in self._headers if not each[0].lower().startswith("content-")]
        moved = [each for each in self._headers if each[0].lower().startswith("content-")]
        if moved:
            part = type(self)(policy=self.policy)
            part._headers = moved
            part._payload = self._payload
            self._payload = [part]
        else:
            self._payload = []
        self._headers = kept
        self["Content-Type"] = "multipart/" + subtype
        if boundary is not None:
            self.set_param("boundary", boundary)

    def make_related(self, boundary=None):
        """Become multipart/related with what it was as the first part."""
        self._make_multipart("related", ("alternative", "mixed"), boundary)

    def make_alternative(self, boundary=None):
        """Become multipart/alternative with what it was as the first part."""
        self._make_multipart("alternative", ("mixed",), boundary)

    def make_mixed(self, boundary=None):
        """Become multipart/mixed with what it was as the first part."""
        self._make_multipart("mixed", (), boundary)

    def _add_part(self, subtype, arguments, keywords):
        if (self.get_content_maintype() != "multipart"
                or self.get_content_subtype() != subtype):
            getattr(self, "make_" + subtype)()
        part = type(self)(policy=self.policy)
        part.set_content(*arguments, **keywords)
        if subtype != "alternative" and "content-disposition" not in part:
            part["Content-Disposition"] = "inline" if subtype == "related" else "attachment"
        self.attach(part)

    def add_related(self, *args, **kw):
        """Add something the text refers to."""
        self._add_part("related", args, kw)

    def add_alternative(self, *args, **kw):
        """Add another form of the text."""
        self._add_part("alternative", args, kw)

    def add_attachment(self, *args, **kw):
        """Add an attachment."""
        self._add_part("mixed", args, kw)


class EmailMessage(MIMEPart):
    """A whole mail."""

    def set_content(self, *args, **kw):
        """Make text, bytes or a message the content, with the headers that belong to it."""
        super().set_content(*args, **kw)
        if "MIME-Version" not in self:
            self["MIME-Version"] = "1.0"
