name = 'y'
from . import x
from .x import name as x_name
