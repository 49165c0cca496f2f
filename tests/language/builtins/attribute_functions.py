# getattr, setattr, hasattr, delattr, vars, dir.
class C:
    a = 1
    def __init__(self): self.b = 2
    @property
    def p(self): return 'prop'
    @property
    def err(self): raise ValueError('in property')
c = C()
print(getattr(c, 'a'), getattr(c, 'b'), getattr(c, 'zz', 'default'), getattr(c, 'p'), getattr(C, 'a'),
    getattr(1, 'real'), getattr('x', 'upper')(), getattr(c, 'a' 'b', None), hasattr(c, 'a'),
    hasattr(c, 'zz'), hasattr(1, 'imag'))
setattr(c, 'new', 3)
setattr(C, 'cls', 4)
setattr(c, 'b', 5)
print(c.new, c.cls, vars(c))
delattr(c, 'b')
delattr(C, 'cls')
print(vars(c), hasattr(C, 'cls'))
for code in ("getattr(c, 'zz')", "getattr(c, 5)", "getattr(c)", "setattr(c, 5, 1)", "delattr(c, 'zz')",
        "hasattr(c, 5)", "getattr(c, 'err')", "getattr(c, 'err', 1)", "hasattr(c, 'err')",
        "setattr(c, 'p', 1)", "delattr(c, 'p')", "setattr(1, 'x', 1)", "delattr(1, 'real')",
        "setattr(c, 'x')", "vars(1)", "vars(c, c)", "getattr(c, None, 1)", "delattr(c)", "vars(object())"):
    try: print(code, eval(code))
    except Exception as e: print(code, '->', type(e).__name__, e)
print([n for n in dir(c) if not n.startswith('__')], [n for n in dir(C) if n[0] != '_'],
    sorted(vars(C))[-3:], type(vars(C)).__name__, vars(c) is c.__dict__)
def f():
    x, y = 1, 2
    return dir(), sorted(vars())
print(f(), 'c' in dir(), dir(type('E', (), {'__dir__': lambda s: ['z', 'b']})()),
    [n for n in dir([]) if n[0] != '_'], [n for n in dir(()) if n[0] != '_'])
for o in (int, str, dict, set, bytes, float, object): print(o.__name__,
        len([n for n in dir(o) if n[:2] != '__']), [n for n in dir(o) if n[:2] != '__'][:60])
class S: __slots__ = 'x',
s = S(); setattr(s, 'x', 1); print(getattr(s, 'x'), hasattr(s, '__dict__'), 'x' in dir(s))
