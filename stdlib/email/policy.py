"""How messages are written and which class they have."""

__all__ = ["Policy", "Compat32", "compat32", "EmailPolicy", "default", "strict", "SMTP", "SMTPUTF8",
           "HTTP"]


class Policy:
    """Settings, fixed when it is made; clone() makes another with some changed."""

    max_line_length = 78
    linesep = "\n"
    cte_type = "8bit"
    raise_on_defect = False
    mangle_from_ = False
    message_factory = None
    utf8 = False
    refold_source = "long"
    is_modern = False

    def __init__(self, **settings):
        for name, value in settings.items():
            if not hasattr(type(self), name):
                raise TypeError("%r is an invalid keyword argument for %s"
                                % (name, self.__class__.__name__))
            object.__setattr__(self, name, value)

    def __setattr__(self, name, value):
        raise AttributeError("%r object attribute %r is read-only"
                             % (self.__class__.__name__, name))

    def clone(self, **settings):
        """A policy with some settings changed."""
        return self.__class__(**{**self.__dict__, **settings})

    def __add__(self, other):
        return self.clone(**other.__dict__)

    def make_message(self):
        """An empty message of the policy's class."""
        from email import message
        kind = self.message_factory or (message.EmailMessage if self.is_modern
                                        else message.Message)
        return kind(self)


class Compat32(Policy):
    """Messages as they always were: values of headers are plain text."""

    mangle_from_ = True


class EmailPolicy(Policy):
    """Messages whose headers are decoded text."""

    is_modern = True


compat32 = Compat32()
default = EmailPolicy()
strict = default.clone(raise_on_defect=True)
SMTP = default.clone(linesep="\r\n")
SMTPUTF8 = SMTP.clone(utf8=True)
HTTP = default.clone(linesep="\r\n", max_line_length=None)
