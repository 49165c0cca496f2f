"""Signals in a program of greenlets: gevent.signal_handler under its old home."""

from signal import getsignal, signal

from gevent.hub import signal as signal_handler

__all__ = ["signal", "getsignal"]
__implements__ = ["signal", "getsignal"]
