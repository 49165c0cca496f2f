"""Character sets of messages, and how text in them is sent."""

__all__ = ["Charset", "QP", "BASE64", "SHORTEST"]

QP, BASE64, SHORTEST = 1, 2, 3

_aliases = {"latin_1": "iso-8859-1", "latin-1": "iso-8859-1", "latin1": "iso-8859-1",
            "ascii": "us-ascii", "utf8": "utf-8"}


class Charset:
    """A character set with the transfer encoding of bodies in it."""

    def __init__(self, input_charset="us-ascii"):
        name = str(input_charset).lower()
        self.input_charset = _aliases.get(name, name)
        self.output_charset = self.input_charset
        self.input_codec = self.output_codec = self.input_charset
        self.header_encoding = None if self.input_charset == "us-ascii" else SHORTEST
        self.body_encoding = {"us-ascii": None, "utf-8": BASE64}.get(self.input_charset, QP)

    def __repr__(self):
        return self.input_charset

    def __eq__(self, other):
        return str(self) == str(other).lower()

    def get_output_charset(self):
        """Its name."""
        return self.output_charset

    def get_body_encoding(self):
        """The name of the transfer encoding of a body."""
        return {QP: "quoted-printable", BASE64: "base64"}.get(self.body_encoding, "7bit")
