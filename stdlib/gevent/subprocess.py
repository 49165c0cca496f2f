"""The module subprocess with a hub whose other greenlets run while children are waited for."""

import sys as _sys
import subprocess as _subprocess
from subprocess import *
from subprocess import list2cmdline

from _fiber import set_cooperative as _set_cooperative
from gevent.greenlet import Greenlet as _Greenlet
from gevent.hub import sleep as _sleep

__all__ = list(_subprocess.__all__)
__implements__ = ["Popen", "call", "check_call", "check_output", "run"]
_set_cooperative(True)


def _with_greenlets():
    _set_cooperative(True)


class Popen(_subprocess.Popen):
    """A child process; waiting for it lets other greenlets run."""

    def __init__(self, *args, **kwargs):
        _with_greenlets()
        super().__init__(*args, **kwargs)

    def rawlink(self, callback):
        """Has callback(self) called when the process has ended."""
        def wait_and_call():
            self.wait()
            callback(self)
        _Greenlet.spawn(wait_and_call)


def _cooperative(function):
    def call(*args, **kwargs):
        _with_greenlets()
        return function(*args, **kwargs)
    call.__name__ = call.__qualname__ = function.__name__
    call.__doc__ = function.__doc__
    return call


for _name in ("call", "check_call", "check_output", "run", "getoutput", "getstatusoutput"):
    globals()[_name] = _cooperative(getattr(_subprocess, _name))
del _name
