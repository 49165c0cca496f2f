# Context when __exit__, generator cleanup, iteration or comparison raises.
class CM:
    def __init__(self, exc=None): self.exc = exc
    def __enter__(self): return self
    def __exit__(self, t, v, tb):
        if self.exc: raise self.exc
def show(e): return repr(e), repr(e.__context__), repr(e.__context__ and e.__context__.__context__)
try:
    with CM(KeyError('exit')): raise ValueError('body')
except KeyError as e: print(show(e))
try:
    with CM(KeyError('outer')), CM(IndexError('inner')): raise ValueError('body')
except KeyError as e: print(show(e))
try:
    with CM(KeyError('exit')): pass
except KeyError as e: print(show(e))
def g():
    try: yield
    finally: raise KeyError('cleanup')
it = g(); next(it)
try: it.throw(ValueError('thrown'))
except KeyError as e: print(show(e))
it = g(); next(it)
try: it.close()
except KeyError as e: print(show(e))
def h():
    try: yield 1
    except ValueError: yield 2
    1 / 0
it = h(); next(it)
try:
    try: raise IndexError('outer')
    except IndexError: it.throw(ValueError('in'))
    next(it)
except ZeroDivisionError as e: print(show(e))
class Key:
    def __init__(self, v): self.v = v
    def __lt__(self, o):
        try: raise ValueError('first')
        except ValueError: raise TypeError('second')
try: sorted([Key(1), Key(2)])
except TypeError as e: print(show(e))
try:
    try: {}['missing']
    except KeyError as k: int('x')
except ValueError as e: print(show(e))
def getattr_ctx():
    class C:
        def __getattr__(self, n):
            try: return {}[n]
            except KeyError: raise AttributeError(n)
    C().zzz
try: getattr_ctx()
except AttributeError as e: print(show(e))
try:
    try: raise ValueError('x')
    except ValueError as e: print(e.undefined)
except AttributeError as e: print(show(e))
