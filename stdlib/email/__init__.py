"""Messages with headers, as mail and HTTP have them: building, parsing, writing."""

__all__ = ["charset", "encoders", "errors", "generator", "header", "message", "message_from_file",
           "message_from_binary_file", "message_from_string", "message_from_bytes", "mime",
           "parser", "utils"]


def message_from_string(s, *args, **kws):
    """The message a text holds."""
    from email.parser import Parser
    return Parser(*args, **kws).parsestr(s)


def message_from_bytes(s, *args, **kws):
    """The message bytes hold."""
    from email.parser import BytesParser
    return BytesParser(*args, **kws).parsebytes(s)


def message_from_file(fp, *args, **kws):
    """The message a text file holds."""
    from email.parser import Parser
    return Parser(*args, **kws).parse(fp)


def message_from_binary_file(fp, *args, **kws):
    """The message a binary file holds."""
    from email.parser import BytesParser
    return BytesParser(*args, **kws).parse(fp)
