# with: lookup on the type, order, errors in enter and exit, several managers, targets, returns from exit.
class CM:
    def __init__(self, name, result=None, fail=''): self.name, self.result, self.fail = name, result, fail
    def __enter__(self):
        print('enter', self.name, end=' ')
        if self.fail == 'enter': raise OSError('enter ' + self.name)
        return self.name
    def __exit__(self, kind, value, tb):
        print('exit', self.name, kind and kind.__name__, value and value.args, tb is not None, end=' ')
        if self.fail == 'exit': raise KeyError('exit ' + self.name)
        if self.fail == 'same': raise value
        return self.result
def run(f):
    try: print('->', f())
    except BaseException as e: print('->', type(e).__name__, e.args, 'context', repr(e.__context__))
def a():
    with CM('a') as x, CM('b') as y: return x + y
def b():
    with CM('a', True): 1 / 0
    return 'swallowed'
def c():
    with CM('a', True), CM('b'): 1 / 0
    return 'swallowed by outer'
def d():
    with CM('a'), CM('b', fail='enter'): print('never')
def e():
    with CM('a', fail='exit'), CM('b', fail='exit'): 1 / 0
def f():
    with CM('a', fail='exit'): return 'lost'
def g():
    for i in range(3):
        with CM(str(i)):
            if i == 0: continue
            break
    return i
def h():
    with CM('a', [], ''), CM('b', 1): raise SystemExit(3)
    return 'truthy'
def i():
    with CM('a', fail='same'): raise ValueError('v')
def j():
    with (CM('a') as x, CM('b') as (y),): return x, y
def k():
    with CM('ab') as (p, q), CM('xy') as [r, *s]: return p, q, r, s
def m():
    with CM('abc') as (p, q): pass
def n():
    with 5: pass
def o():
    class OnlyEnter:
        def __enter__(self): print('not called')
    with OnlyEnter(): pass
def p():
    class OnlyExit:
        def __exit__(self, *a): pass
    with OnlyExit(): pass
def q():
    class Instance: pass
    x = Instance(); x.__enter__ = lambda: 1; x.__exit__ = lambda *a: None
    with x: pass
def r():
    class Bad:
        def __enter__(self): pass
        def __exit__(self): pass
    with Bad(): pass
def s():
    class BoolFails:
        def __enter__(self): pass
        def __exit__(self, *a): return self
        def __bool__(self): raise TypeError('bool')
    with BoolFails(): 1 / 0
def t():
    with CM('a') as x: x = 'rebound'
    return x
def u():
    def gen():
        with CM('g'): yield 1; yield 2
    it = gen(); next(it); it.close(); it = gen(); next(it)
    try: it.throw(IndexError('thrown'))
    except IndexError as e: return e.args
def v():
    with CM('a', True):
        try: raise ValueError('inner')
        finally: raise KeyError('finally')
    return 'fine'
def w():
    class Static:
        __enter__ = staticmethod(lambda: 'static')
        __exit__ = staticmethod(lambda *a: print('static exit', len(a), end=' '))
    with Static() as z: return z
def x():
    class Meta(type):
        def __enter__(cls): return cls.__name__
        def __exit__(cls, *a): return True
    class K(metaclass=Meta): pass
    with K as z: raise ValueError
    return z
def y():
    with CM('a'), CM('b'), CM('c'), CM('d'): pass
def z():
    import sys
    with CM('a', True): raise ValueError
    return sys.exc_info()
for function in (a, b, c, d, e, f, g, h, i, j, k, m, n, o, p, q, r, s, t, u, v, w, x, y, z): print(function.__name__, end=': '); run(function)
async def co():
    async with CM('a'): pass
try: co().send(None)
except (TypeError, AttributeError) as err: print(err)
class ACM:
    def __aenter__(self): return 5
    async def __aexit__(self, *a): pass
async def co2():
    async with ACM(): pass
try: co2().send(None)
except TypeError as err: print(err)
async def co3():
    with ACM(): pass
try: co3().send(None)
except TypeError as err: print(err)
