# raise in every form: classes, instances, from, re-raise, bad operands, __cause__/__context__ assignments.
def attempt(f):
    try: f()
    except BaseException as e: return type(e).__name__, e.args, repr(e.__cause__), repr(e.__context__), e.__suppress_context__
def a(): raise ValueError
def b(): raise ValueError('x') from KeyError
def c(): raise ValueError('x') from KeyError('k')
def d(): raise ValueError('x') from None
def e(): raise 5
def f(): raise int
def g(): raise None
def h(): raise ValueError from 5
def i(): raise
def j():
    try: 1 / 0
    except ZeroDivisionError: raise
def k():
    try: 1 / 0
    except ZeroDivisionError as z: raise z
def l():
    try: 1 / 0
    except ZeroDivisionError as z: raise ValueError('v') from z
def m():
    try: 1 / 0
    except ZeroDivisionError: raise ValueError('v')
def n():
    try:
        try: 1 / 0
        except ZeroDivisionError: raise KeyError('k')
    except KeyError as e: raise e.__context__
def o():
    try: raise ValueError('1')
    except ValueError as one:
        try: raise KeyError('2')
        except KeyError as two: raise one
def p():
    e = ValueError('self')
    raise e from e
def q():
    try: raise ValueError('again')
    except ValueError as e:
        try: raise e
        except ValueError as f: raise f
def r():
    try: 1 / 0
    finally: raise KeyError('in finally')
def s():
    try: 1 / 0
    except KeyError: pass
    except undefined_name: pass
def t():
    try: 1 / 0
    except (KeyError, 5): pass
def u():
    try: raise ValueError
    except (KeyError, (TypeError, ValueError)): pass
def v(): raise type('Odd', (Exception,), {'__init__': lambda self: 1 / 0})
def w():
    class NewList:
        def __new__(cls): return []
    raise NewList
def x(): assert 0
def y(): assert [], ('a', 'tuple')
def z(): assert 1 == 2, 1 / 0
for function in (a, b, c, d, e, f, g, h, i, j, k, l, m, n, o, p, q, r, s, t, u, v, w, x, y, z): print(function.__name__, attempt(function))
e = ValueError('v')
for name, value in ('__cause__', 5), ('__context__', 'x'), ('__traceback__', 5), ('args', 5), ('__suppress_context__', 'x'), ('__notes__', 5):
    try: setattr(e, name, value); print(name, 'set', getattr(e, name))
    except TypeError as err: print(name, err)
for name in ('__cause__', '__context__', '__traceback__', 'args'):
    try: delattr(e, name); print(name, 'deleted')
    except (TypeError, AttributeError) as err: print(name, err)
e = ValueError('a'); e.__cause__ = KeyError('c'); print(e.__suppress_context__, e.__cause__); e.__cause__ = None; print(e.__suppress_context__)
e.add_note('one'); e.add_note('two'); print(e.__notes__)
try: e.add_note(5)
except TypeError as err: print(err)
print(e.with_traceback(None) is e, e.__reduce__()[0].__name__, e.__reduce__()[1])
def depth(n):
    try:
        if n: depth(n - 1)
        raise ValueError(n)
    except ValueError as e:
        if n == 3: return e
        raise KeyError(n)
try: depth(2)
except KeyError as e:
    chain = []
    while e: chain.append(repr(e)); e = e.__context__
    print(chain)
class Odd(Exception):
    def __str__(self): return 'odd text'
    def __repr__(self): return 'odd repr'
print(Odd(1), [Odd(2)], str(Odd()), Odd(1).args, Odd.__mro__[1:3])
class Two(KeyError, AttributeError): pass
for kind in KeyError, AttributeError, LookupError, ValueError:
    try:
        try: raise Two('both')
        except kind as e: print(kind.__name__, e)
    except Two: print('not', kind.__name__)
import sys
try: raise Two
except* KeyError as group: print(repr(group), group.exceptions[0].__class__.__name__, sys.exception() is group)
