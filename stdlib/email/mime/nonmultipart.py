"""Messages that hold no others."""

from email import errors
from email.mime.base import MIMEBase

__all__ = ["MIMENonMultipart"]


class MIMENonMultipart(MIMEBase):
    """A message that holds no others."""

    def attach(self, payload):
        """Refused."""
        raise errors.MultipartConversionError(
            "Cannot attach additional subparts to non-multipart/*")
