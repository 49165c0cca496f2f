"""Docstring of the module."""
from __future__ import annotations
import sys, os.path
import a.b.c as d
from . import sibling
from .package import one, two as three
from everything import *

x: list[int | None] = []
def f(a: "quoted", *args: tuple[int, ...]) -> dict[str, x[1:2]]: pass
for i in x:
    print(i)
del i
