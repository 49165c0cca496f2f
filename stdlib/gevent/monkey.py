"""Makes modules of the standard library let other greenlets run while they wait.

A patch replaces names in a module and keeps what they were; get_original gives that back. What the
machine waits in itself (time.sleep in native code, locks) lets greenlets run once the thread's hub is
cooperative, which every patch that concerns waiting makes it.
"""

import sys

from _fiber import set_cooperative as _set_cooperative

__all__ = [
    "patch_all",
    "patch_builtins",
    "patch_dns",
    "patch_os",
    "patch_queue",
    "patch_select",
    "patch_signal",
    "patch_socket",
    "patch_ssl",
    "patch_subprocess",
    "patch_sys",
    "patch_thread",
    "patch_time",
    "get_original",
    "is_module_patched",
    "is_object_patched",
    "patch_module",
    "main",
]

# What names were before they were patched, by module.
saved = {}

# The arguments of the calls of patch_all so far.
_patched_with = None


class MonkeyPatchWarning(RuntimeWarning):
    """Something was patched in a way that may not do what was meant."""


def _warn(text):
    import warnings

    warnings.warn(text, MonkeyPatchWarning, stacklevel=3)


def is_module_patched(mod_name):
    """Whether anything in a module was replaced."""
    return mod_name in saved


def is_object_patched(mod_name, item_name):
    """Whether a name of a module was replaced."""
    return item_name in saved.get(mod_name, ())


def get_original(mod_name, item_name):
    """What a name of a module was before; of a list of names the list of it."""
    if isinstance(item_name, str):
        return _original(mod_name, item_name)
    return [_original(mod_name, name) for name in item_name]


def _original(mod_name, name):
    before = saved.get(mod_name, {})
    if name in before:
        return before[name]
    __import__(mod_name)
    return getattr(sys.modules[mod_name], name)


_missing = object()


def patch_item(module, attr, newitem):
    """Replaces one name of a module."""
    before = getattr(module, attr, _missing)
    if before is not _missing:
        saved.setdefault(module.__name__, {}).setdefault(attr, before)
    setattr(module, attr, newitem)


def remove_item(module, attr):
    """Takes one name out of a module."""
    before = getattr(module, attr, _missing)
    if before is _missing:
        return
    saved.setdefault(module.__name__, {}).setdefault(attr, before)
    delattr(module, attr)


def patch_module(target_module, source_module, items=None, _warnings=None, _patch_kwargs=None,
                 _notify_will_subscribers=True, _notify_did_subscribers=True, _call_hooks=True):
    """Replaces the names of a module that another one says it implements."""
    if items is None:
        items = getattr(source_module, "__implements__", None)
        if items is None:
            raise AttributeError(f"{source_module!r} does not have __implements__")
    for name in items:
        patch_item(target_module, name, getattr(source_module, name))
    return True


def _patch(name, items=None):
    """Replaces names of the module `name` by those of gevent's module of that name."""
    target = __import__(name.rpartition(".")[2] if name != "gevent.thread" else "_thread")
    __import__(name)
    patch_module(target, sys.modules[name], items)
    return target


def patch_time():
    """time.sleep lets other greenlets run."""
    _patch("gevent.time")
    _set_cooperative(True)


def patch_thread(threading=True, _threading_local=True, Event=True, logging=True,
                 existing_locks=True, _warnings=None):
    """Threads become greenlets, and what they wait for one another with waits in the hub."""
    _set_cooperative(True)
    if threading:
        _patch_threading(Event)
    _patch("gevent.thread")


def _patch_threading(event):
    import threading

    main_thread = threading.main_thread()
    running = threading.current_thread()
    _patch("gevent.threading")
    if event:
        from gevent.event import Event

        patch_item(threading, "Event", Event)
    if running is main_thread:
        # The main thread is now known by its greenlet.
        threading._active.pop(main_thread._ident, None)
        main_thread._ident = threading.get_ident()
        threading._active[main_thread._ident] = main_thread


def patch_queue():
    """queue.SimpleQueue waits in the hub; the others do so with their locks."""
    import queue

    from gevent.queue import SimpleQueue

    patch_item(queue, "SimpleQueue", SimpleQueue)


def _not_there(what):
    """Patching what waits nowhere is done already; so it is with what cannot be imported."""

    def patch(*args, **kwargs):
        pass

    patch.__doc__ = f"Nothing has to be replaced in {what}."
    return patch


patch_os = _not_there("os: fork leaves the child a new hub")
patch_signal = _not_there("signal: handlers run in the main greenlet")
patch_builtins = _not_there("builtins: imports do not wait for one another")
patch_sys = _not_there("sys: the standard streams wait as the machine does")
patch_contextvars = _not_there("contextvars: every greenlet has a context of its own")
patch_dns = _not_there("socket's functions for names: they wait as sockets do")


def patch_socket(dns=True, aggressive=True):
    """Calls on sockets let other greenlets run."""
    _patch("gevent.socket")
    if dns:
        patch_dns()


def patch_select(aggressive=True):
    """Waiting for several files lets other greenlets run."""
    _patch("gevent.select")
    _patch("gevent.selectors")


def patch_ssl(_warnings=None, _first_time=True):
    """Encrypted sockets let other greenlets run; those of a later import do so by themselves."""
    if "ssl" in sys.modules:
        _patch("gevent.ssl")


def patch_subprocess():
    """Waiting for child processes lets other greenlets run."""
    _patch("gevent.subprocess")


def patch_all(socket=True, dns=True, time=True, select=True, thread=True, os=True, ssl=True,
              subprocess=True, sys=False, aggressive=True, Event=True, builtins=True, signal=True,
              queue=True, contextvars=True, **kwargs):
    """Patches all that is not excluded by a keyword. True: something was to be patched."""
    global _patched_with
    arguments = dict(socket=socket, dns=dns, time=time, select=select, thread=thread, os=os, ssl=ssl,
                     subprocess=subprocess, sys=sys, aggressive=aggressive, Event=Event,
                     builtins=builtins, signal=signal, queue=queue, contextvars=contextvars, **kwargs)
    if _patched_with is not None and _patched_with != arguments:
        _warn("Patching more than once will result in the union of all True parameters being "
              "patched")
    first_time = _patched_with is None
    _patched_with = arguments
    if os:
        patch_os()
    if thread:
        if first_time or not is_module_patched("_thread"):
            patch_thread(Event=Event)
    if time:
        patch_time()
    if sys:
        patch_sys()
    if socket:
        patch_socket(dns=dns, aggressive=aggressive)
    if select:
        patch_select(aggressive=aggressive)
    if ssl:
        patch_ssl()
    if subprocess:
        patch_subprocess()
    if builtins:
        patch_builtins()
    if signal:
        patch_signal()
    if queue:
        patch_queue()
    if contextvars:
        patch_contextvars()
    return True


def main():
    """python -m gevent.monkey SCRIPT [ARGUMENTS]: runs a script in a patched program."""
    arguments = sys.argv[1:]
    if not arguments or arguments[0].startswith("-"):
        sys.exit("usage: -m gevent.monkey SCRIPT [ARGUMENTS]")
    sys.argv = arguments
    patch_all()
    with open(arguments[0]) as source:
        code = compile(source.read(), arguments[0], "exec")
    module = type(sys)("__main__")
    module.__file__ = arguments[0]
    module.__builtins__ = __builtins__
    sys.modules["__main__"] = module
    exec(code, module.__dict__)


if __name__ == "__main__":
    main()
