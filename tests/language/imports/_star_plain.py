import sys
a, b, _private = 1, 2, 3
