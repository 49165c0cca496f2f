"""What may be wrong with messages."""


class MessageError(Exception):
    """Any error of this package."""


class MessageParseError(MessageError):
    """A message cannot be parsed."""


class HeaderParseError(MessageParseError):
    """A header cannot be parsed."""


class BoundaryError(MessageParseError):
    """A multipart message has no usable boundary."""


class MultipartConversionError(MessageError, TypeError):
    """A message cannot become a multipart one."""


class HeaderWriteError(MessageError):
    """A header cannot be written."""


class CharsetError(MessageError):
    """Text cannot be written in a character set."""


class MessageDefect(ValueError):
    """Something that a parser could live with."""

    def __init__(self, line=None):
        if line is not None:
            super().__init__(line)
        self.line = line


class NoBoundaryInMultipartDefect(MessageDefect):
    """A multipart message without a boundary parameter."""


class StartBoundaryNotFoundDefect(MessageDefect):
    """The boundary never came."""


class CloseBoundaryNotFoundDefect(MessageDefect):
    """The last boundary never came."""


class FirstHeaderLineIsContinuationDefect(MessageDefect):
    """The first line begins with a space."""


class MissingHeaderBodySeparatorDefect(MessageDefect):
    """A line among the headers that is none, without an empty line before."""


class MultipartInvariantViolationDefect(MessageDefect):
    """A multipart message without parts."""


class InvalidBase64CharactersDefect(MessageDefect):
    """base64 with foreign characters."""


class InvalidBase64PaddingDefect(MessageDefect):
    """base64 that ends wrongly."""
