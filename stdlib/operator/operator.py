"""The operators of the language as functions."""

import _operator
from _operator import *
from _operator import _compare_digest

__all__ = [_name for _name in dir(_operator) if _name[0] != '_']

globals().update((_name, getattr(_operator, _name)) for _name in dir(_operator)
                 if _name[:2] == '__' and _name[2:-2] in dir(_operator) or
                 _name in ('__not__', '__and__', '__or__'))
