"""A plain module."""
print('executing', __name__)
value = 1
_hidden = 2
def helper(x): return x * 21
def read(): return value
