# ImportError for a wrong name in a module.
from math import squareroot
