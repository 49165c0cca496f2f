"""Concurrency by coroutines: an event loop runs tasks, each until its next await."""

from asyncio.base_events import *
from asyncio.coroutines import *
from asyncio.events import *
from asyncio.exceptions import *
from asyncio.futures import *
from asyncio.locks import *
from asyncio.protocols import *
from asyncio.queues import *
from asyncio.runners import *
from asyncio.streams import *
from asyncio.taskgroups import *
from asyncio.tasks import *
from asyncio.threads import *
from asyncio.timeouts import *
from asyncio.transports import *
from asyncio import (base_events, coroutines, events, exceptions, futures, locks, protocols, queues,
                     runners, streams, taskgroups, tasks, threads, timeouts, transports)

__all__ = (base_events.__all__ + coroutines.__all__ + events.__all__ + exceptions.__all__ +
           futures.__all__ + locks.__all__ + protocols.__all__ + queues.__all__ +
           runners.__all__ + streams.__all__ + taskgroups.__all__ + tasks.__all__ +
           threads.__all__ + timeouts.__all__ + transports.__all__)

# Loaded when they are asked for: few programs run others.
_of_subprocess = 'subprocess', 'create_subprocess_exec', 'create_subprocess_shell'
_of_watchers = ('AbstractChildWatcher', 'SafeChildWatcher', 'FastChildWatcher', 'PidfdChildWatcher',
                'MultiLoopChildWatcher', 'ThreadedChildWatcher')
__all__ += _of_subprocess[1:] + _of_watchers


def __getattr__(name):
    if name == 'Server':
        from asyncio.network import Server
        return Server
    if name in _of_subprocess:
        import asyncio.subprocess as module
        for each in module.__all__:
            globals()[each] = getattr(module, each)
        return globals()[name]
    if name in _of_watchers:
        from asyncio import unix_events
        return getattr(unix_events, name)
    raise AttributeError(f"module 'asyncio' has no attribute {name!r}")
