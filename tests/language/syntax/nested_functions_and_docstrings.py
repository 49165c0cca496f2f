# Docstrings of modules, classes and functions; what is not a docstring.
"""not at the top? it is the first statement"""
def a():
    'single'
def b():
    """multi
    line"""
    return 1
def c():
    f'not {1}'
def d():
    b'bytes'
def e():
    'joined ' 'doc'
def f():
    ('parenthesised')
def g():
    1
    'late'
class H:
    '''class doc'''
    def m(self): r'raw \d'
print(__doc__)
for fn in a, b, c, d, e, f, g, H, H.m, lambda: 0: print(repr(fn.__doc__))
a.__doc__ = 'changed'
print(a.__doc__)
