"""Concurrency by coroutines: an event loop runs tasks, each until its next await."""

from asyncio.base_events import *
from asyncio.coroutines import *
from asyncio.events import *
from asyncio.exceptions import *
from asyncio.futures import *
from asyncio.locks import *
from asyncio.queues import *
from asyncio.runners import *
from asyncio.taskgroups import *
from asyncio.tasks import *
from asyncio.threads import *
from asyncio.timeouts import *
from asyncio import (base_events, coroutines, events, exceptions, futures, locks, queues, runners,
                     taskgroups, tasks, threads, timeouts)

__all__ = (base_events.__all__ + coroutines.__all__ + events.__all__ + exceptions.__all__ +
           futures.__all__ + locks.__all__ + queues.__all__ + runners.__all__ +
           taskgroups.__all__ + tasks.__all__ + threads.__all__ + timeouts.__all__)

_elsewhere = {
    'open_connection': 'streams', 'start_server': 'streams', 'open_unix_connection': 'streams',
    'start_unix_server': 'streams', 'StreamReader': 'streams', 'StreamWriter': 'streams',
    'StreamReaderProtocol': 'streams', 'create_subprocess_exec': 'subprocess',
    'create_subprocess_shell': 'subprocess',
}


def __getattr__(name):
    if name in _elsewhere:
        raise AttributeError(f"module 'asyncio' has no attribute {name!r}: "
                             f"asyncio.{_elsewhere[name]} is not there yet")
    raise AttributeError(f"module 'asyncio' has no attribute {name!r}")
