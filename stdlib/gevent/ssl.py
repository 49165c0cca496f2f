"""Encrypted sockets whose calls let other greenlets run, patched or not."""

import ssl as _module

from gevent.monkey import get_original as _get_original

globals().update({name: value for name, value in vars(_module).items()
                  if not name.startswith("__")})

_plain_context = _get_original("ssl", "SSLContext")
_plain_socket = _get_original("ssl", "SSLSocket")


class SSLSocket(_plain_socket):
    """An encrypted socket whose calls let other greenlets run."""

    def _adopt(self):
        self._set_cooperative(True)


class SSLContext(_plain_context):
    """A context whose sockets let other greenlets run."""

    sslsocket_class = SSLSocket


def _function_with(function):
    """A function of the plain module that makes contexts of the class above."""
    names = dict(vars(_module))
    names["SSLContext"] = SSLContext
    made = type(function)(function.__code__, names, function.__name__, function.__defaults__)
    made.__kwdefaults__ = function.__kwdefaults__
    made.__doc__ = function.__doc__
    return made


create_default_context = _function_with(_module.create_default_context)
_create_unverified_context = _function_with(_module._create_unverified_context)

__implements__ = ["SSLContext", "SSLSocket"]
__all__ = ["SSLContext", "SSLSocket", "create_default_context"]
