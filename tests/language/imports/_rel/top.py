from .a import b
from . import a as first
title = 'top title'
def names(): return b.__name__, first.__name__, __name__, __package__
