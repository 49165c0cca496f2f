# User-defined exceptions: attributes, hierarchy, __init__, __str__, __new__, equality.
class AppError(Exception):
    code = 1
    def __init__(self, msg, **info):
        super().__init__(msg)
        self.info = info
class NotFound(AppError):
    code = 404
    def __init__(self, key): super().__init__(f'{key!r} not found', key=key); self.key = key
class Denied(AppError):
    code = 403
    def __str__(self): return f'denied: {self.args[0]} ({self.info})'
for e in NotFound('k'), Denied('no', user='u'), AppError('plain'):
    try: raise e
    except AppError as x: print(type(x).__name__, x.code, x, x.args, x.info, repr(x), x is e)
class Multi(KeyError, ValueError): pass
try: raise Multi('m')
except ValueError as e: print('as value', e, isinstance(e, KeyError))
class NoSuper(Exception):
    def __init__(self, a, b): self.a = a
print(NoSuper(1, 2).args, NoSuper(1, 2))
class NewOnly(Exception):
    def __new__(cls, *a): o = super().__new__(cls, *a); o.tag = 'tagged'; return o
print(NewOnly(1).tag, NewOnly(1, 2).args)
class Slots(Exception): __slots__ = ('v',)
s = Slots('x'); s.v = 1; s.w = 2; print(s.v, vars(s), s)
class Callable(Exception):
    def __call__(self): return 'called'
    def __bool__(self): return False
    def __eq__(self, o): return True
    __hash__ = None
try: raise Callable()
except Callable as e: print(e(), bool(e), e == 5)
def factory(n): return type(n, (AppError,), {'code': 999})
Dyn = factory('Dyn')
try: raise Dyn('dynamic')
except AppError as e: print(repr(e), e.code)
class Prop(Exception):
    @property
    def message(self): return ' '.join(map(str, self.args))
print(Prop('a', 1).message, str(Prop()))
class BadStr(Exception):
    def __str__(self): raise ValueError('str failed')
try: str(BadStr())
except ValueError as e: print(e)
