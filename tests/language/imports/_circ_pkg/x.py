name = 'x'
from . import y
y_name = y.name
