"""Transfer encodings of a message's payload."""

import base64

from email import _quoted

__all__ = ["encode_7or8bit", "encode_base64", "encode_noop", "encode_quopri"]


def encode_base64(msg):
    """Write the payload in base64."""
    msg.set_payload(str(base64.encodebytes(msg.get_payload(decode=True)), "ascii"))
    msg["Content-Transfer-Encoding"] = "base64"


def encode_quopri(msg):
    """Write the payload quoted-printable."""
    written = _quoted.encode(msg.get_payload(decode=True))
    msg.set_payload(str(written.replace(b" ", b"=20"), "ascii"))
    msg["Content-Transfer-Encoding"] = "quoted-printable"


def encode_7or8bit(msg):
    """Say whether the payload is ASCII."""
    payload = msg.get_payload(decode=True)
    msg["Content-Transfer-Encoding"] = "7bit" if payload is None or payload.isascii() else "8bit"


def encode_noop(msg):
    """Leave all as it is."""
