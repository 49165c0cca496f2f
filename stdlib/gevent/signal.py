"""The module signal as a patched program finds it: handlers run in the main greenlet there too."""

from signal import getsignal, signal

__all__ = ["signal", "getsignal"]
__implements__ = ["signal", "getsignal"]
