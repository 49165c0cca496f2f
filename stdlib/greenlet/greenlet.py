"""Greenlets: functions that run in turns, each switching to the next by itself.

A greenlet is a fiber of the interpreter; the class and what belongs to it are made in _fiber.
"""

from _fiber import GreenletExit, error, getcurrent, greenlet, gettrace, settrace

__all__ = ["__version__", "GreenletExit", "error", "getcurrent", "greenlet", "gettrace", "settrace"]

__version__ = "2.0.2"

# What programs ask a build of greenlet for: both hold for every build of this one.
GREENLET_USE_GC = True
GREENLET_USE_TRACING = True
GREENLET_USE_CONTEXT_VARS = True
