"""What EmailMessage.set_content() does for each kind of content."""

import base64

from email import _quoted
from email.message import Message


def set_content(message, content, *args, **keywords):
    """Dispatches on the type of the content."""
    for kind, function in ((str, _set_text), ((bytes, bytearray, memoryview), _set_bytes),
                           (Message, _set_message)):
        if isinstance(content, kind):
            message.clear_content()
            function(message, content, *args, **keywords)
            return
    raise KeyError(".".join((type(content).__module__, type(content).__qualname__)))


def _finish(message, disposition, filename, cid, params, headers):
    if filename is not None and disposition is None:
        disposition = "attachment"
    if disposition is not None:
        message["Content-Disposition"] = disposition
    if filename is not None:
        message.set_param("filename", filename, header="Content-Disposition", replace=True)
    if cid is not None:
        message["Content-ID"] = cid
    for name, value in (params or {}).items():
        message.set_param(name, value)
    for each in headers or ():
        if isinstance(each, str):
            name, _, value = each.partition(":")
            message[name] = value.strip()
        else:
            message[each.name] = each


def _set_text(message, text, subtype="plain", charset="utf-8", cte=None, disposition=None,
              filename=None, cid=None, params=None, headers=None):
    message["Content-Type"] = 'text/%s; charset="%s"' % (subtype, charset)
    lines = text.encode(charset).splitlines()
    raw = b"\n".join(lines) + b"\n" if lines else b""
    longest = max(map(len, lines), default=0)
    if cte is None:
        if raw.isascii() and longest <= 998:
            cte = "7bit"
        elif longest <= 998 and message.policy.cte_type == "8bit" and not raw.isascii():
            cte = "8bit"
        else:
            sample = _quoted.encode(raw)
            cte = "base64" if len(base64.b64encode(raw)) < len(sample) else "quoted-printable"
    if cte == "7bit":
        payload = raw.decode("ascii")
    elif cte == "8bit":
        payload = raw.decode("ascii", "surrogateescape")
    elif cte == "quoted-printable":
        payload = _quoted.encode(raw).decode("ascii")
    elif cte == "base64":
        payload = base64.encodebytes(raw).decode("ascii")
    else:
        raise ValueError("Unknown content transfer encoding {}".format(cte))
    message.set_payload(payload)
    message["Content-Transfer-Encoding"] = cte
    _finish(message, disposition, filename, cid, params, headers)


def _set_bytes(message, data, maintype, subtype, cte="base64", disposition=None, filename=None,
               cid=None, params=None, headers=None):
    message["Content-Type"] = "/".join((maintype, subtype))
    data = bytes(data)
    if cte == "base64":
        payload = base64.encodebytes(data).decode("ascii")
    elif cte == "quoted-printable":
        payload = _quoted.encode(data, is_text=False).decode("ascii")
    else:
        payload = data.decode("ascii", "surrogateescape")
    message.set_payload(payload)
    message["Content-Transfer-Encoding"] = cte
    _finish(message, disposition, filename, cid, params, headers)


def _set_message(message, inner, subtype="rfc822", cte=None, disposition=None, filename=None,
                 cid=None, params=None, headers=None):
    message["Content-Type"] = "message/" + subtype
    message.set_payload([inner])
    message["Content-Transfer-Encoding"] = "8bit" if cte is None else cte
    _finish(message, disposition, filename, cid, params, headers)
