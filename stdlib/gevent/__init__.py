"""gevent: greenlets that wait for one another and for time without stopping the rest.

The package is written over _fiber, whose hub is the event loop; see the module's README.
"""

from _fiber import getcurrent
from greenlet import GreenletExit

from gevent._config import config
from gevent.greenlet import Greenlet, joinall, killall
from gevent.hub import get_hub, idle, iwait, kill, reinit, signal as signal_handler, sleep, spawn_raw
from gevent.hub import wait
from gevent.timeout import Timeout, with_timeout

__version__ = "22.10.2"
version_info = (22, 10, 2, "final", 0)

__all__ = [
    "Greenlet",
    "GreenletExit",
    "Timeout",
    "config",
    "fork",
    "get_hub",
    "getcurrent",
    "getswitchinterval",
    "idle",
    "iwait",
    "joinall",
    "kill",
    "killall",
    "reinit",
    "setswitchinterval",
    "signal_handler",
    "sleep",
    "spawn",
    "spawn_later",
    "spawn_raw",
    "wait",
    "with_timeout",
]

spawn = Greenlet.spawn
spawn_later = Greenlet.spawn_later


def getswitchinterval():
    """How long callbacks may run before the loop looks at timers, in seconds."""
    import sys

    return sys.getswitchinterval()


def setswitchinterval(interval):
    """Sets it; threads share the interval."""
    import sys

    sys.setswitchinterval(interval)


def fork():
    """Forks the process; the child's hub is new."""
    import os

    return os.fork()
