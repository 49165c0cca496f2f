"""What programs that use requests want of urllib3: its warnings and exceptions. Connections are
libcurl's here."""

import warnings

from urllib3 import exceptions

__version__ = "1.26.12"


def disable_warnings(category=exceptions.HTTPWarning):
    """Do not show the warnings of a kind."""
    warnings.simplefilter("ignore", category)


def __getattr__(name):
    raise AttributeError(f"urllib3.{name} is not supported by this interpreter: use requests, or "
                         "install urllib3")
