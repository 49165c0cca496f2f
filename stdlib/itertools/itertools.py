"""Iterators for many purposes."""

import _itertools
import _itertools_script
from _itertools import *

_itertools.set_makers(vars(_itertools_script))


def tee(iterable, n=2, /):
    """n independent iterators over one iterable."""
    return _itertools_script.tee(iterable, n)


tee.__module__ = 'itertools'
