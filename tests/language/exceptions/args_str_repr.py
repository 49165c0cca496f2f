# args, str and repr of exceptions by number of arguments.
for e in (ValueError(), ValueError('a'), ValueError('a', 1), ValueError(None), ValueError(''),
        ValueError(('t',)), KeyError('k'), KeyError(), KeyError('a', 'b'), KeyError(1), KeyError(''),
        OSError('x'), OSError(2, 'msg'), OSError(2, 'msg', 'file'), OSError(2, 'msg', 'f1', None, 'f2'),
        OSError(), OSError(1, 2, 3, 4, 5, 6), StopIteration(5), SystemExit(3), SystemExit('bye'),
        AttributeError('a'), NameError('n'), ImportError('i', name='n'), UnicodeError('u'),
        SyntaxError('s'), IndexError(['l']), Exception("it's", 'é'), BaseException('b'),
        ExceptionGroup('g', [ValueError(1)])):
    print(type(e).__name__, e.args, '|', str(e), '|', repr(e))
e = ValueError('a')
e.args = (1, 2)
print(e, repr(e))
e.args = 'xy'
print(e.args)
e.args = []
print(e.args, str(e) == '')
try: e.args = 5
except TypeError as x: print(x)
try: ValueError(x=1)
except TypeError as x: print(x)
class My(Exception): pass
class Kw(Exception):
    def __init__(self, a, *, b): self.a, self.b = a, b
class Str(Exception):
    def __str__(self): return 'custom str'
class Rep(Exception):
    def __repr__(self): return 'custom repr'
for e in My(), My('m', 2), Kw(1, b=2), Str('hidden'), Rep('r'): print(e, repr(e), e.args)
e = My('x')
e.extra = 1
print(vars(e), e.__dict__, e.__cause__, e.__context__, e.__suppress_context__, e.__traceback__)
print(ValueError('a') == ValueError('a'), hash(e) == hash(e), ValueError.__new__(ValueError, 1, 2).args,
    f'{ValueError("f")}', '%s' % KeyError('q'), [ValueError('l')])
