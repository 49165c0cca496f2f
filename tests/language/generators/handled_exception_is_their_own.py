# The exception a generator handles belongs to it: sys.exc_info, context and bare raise across yields.
import sys
def now(): return sys.exc_info()[0] and sys.exc_info()[0].__name__
def inside():
    print('start', now(), end='; ')
    try: raise KeyError('own')
    except KeyError:
        print('handler', now(), end='; ')
        yield 1
        print('resumed', now(), end='; ')
        try: raise IndexError('second')
        except IndexError as e: print('nested', now(), repr(e.__context__), end='; '); yield 2
        print('back', now(), end='; ')
    print('after', now(), end='; ')
    yield 3
    try: raise
    except RuntimeError as e: print(e, end='; ')
    except BaseException as e: print('reraised', repr(e), end='; ')
    yield 4
g = inside()
try: raise ValueError('outer')
except ValueError:
    print(next(g), now())
print(now(), next(g), now())
try: raise OSError('other')
except OSError:
    print(next(g), now()); print(next(g), now())
print(list(g), now())
def plain():
    yield now()
    yield now()
p = plain()
try: 1 / 0
except ZeroDivisionError: print(next(p))
print(next(p))
def thrown():
    try: raise KeyError('held')
    except KeyError:
        try: yield
        except ValueError as e: print(repr(e.__context__), end=' ')
    try: yield
    except ValueError as e: print(repr(e.__context__))
    yield
t = thrown(); next(t)
try: raise OSError('thrower')
except OSError:
    t.throw(ValueError(1)); t.throw(ValueError(2))
def delegate():
    try: raise KeyError('d')
    except KeyError: yield from inside2()
def inside2():
    yield now()
    try: raise TypeError('t')
    except TypeError as e: yield now(), repr(e.__context__)
    yield now()
print(list(delegate()), now())
def fin():
    try: yield 1
    finally: print('closing', now(), end='; ')
f = fin(); next(f)
try: raise ValueError
except ValueError: f.close(); print(now())
def loop():
    for i in range(3):
        try: raise KeyError(i)
        except KeyError as e: yield repr(e), repr(e.__context__)
try: raise OSError('around')
except OSError: print(list(loop()))
it = loop()
try: raise OSError('first only')
except OSError: print(next(it))
print(next(it), next(it))
def raising():
    try: raise KeyError('k')
    except KeyError: yield
    raise ValueError('v')
r = raising(); next(r)
try:
    try: raise OSError('o')
    except OSError: next(r)
except ValueError as e: print(repr(e.__context__))
async def co():
    try: raise KeyError('c')
    except KeyError:
        await W(); return now()
class W:
    def __await__(self): yield now()
c = co(); print(c.send(None), now())
try: raise OSError
except OSError:
    try: c.send(None)
    except StopIteration as e: print(e.value, repr(e.__context__), now())
print(now())
