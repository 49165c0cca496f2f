# The same keyword argument twice.
dict(a=1, b=2, a=3)
