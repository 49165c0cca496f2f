# __str__, __repr__, __format__, __bytes__ and their fallbacks.
class Neither: pass
class R:
    def __repr__(self): return 'repr'
class S:
    def __str__(self): return 'str'
class RS(R, S): pass
class F:
    def __format__(self, spec): return f'<{spec}>'
print(repr(Neither()).startswith('<__main__.Neither object at 0x'), str(Neither())[:9])
print(str(R()), repr(R()), f'{R()}', '%s %r' % (R(), R()), [R()], {R(): R()}, (R(),))
print(str(S()), [S()].__repr__()[:12], f'{S()}|{S()!s}', format(S(), ''))
print(str(RS()), repr(RS()))
print(f'{F()}', f'{F():abc}', '{:x}'.format(F()), format(F()), format(F(), 'y'), f'{F()!s:>3}'[:3])
try: f'{R():>10}'
except TypeError as e: print(e)
try: format(Neither(), 'd')
except TypeError as e: print(e)
for m in '__str__', '__repr__':
    for v in 5, None, b'x', ['s']:
        C = type('C', (), {m: lambda self: v})
        try: print(str(C()) if m == '__str__' else repr(C()))
        except TypeError as e: print(e)
class BadF:
    def __format__(self, s): return 5
try: f'{BadF()}'
except TypeError as e: print(e)
class Sub(str):
    def __str__(self): return 'sub str'
    def __repr__(self): return 'sub repr'
print(str(Sub('x')), f'{Sub("x")}', '%s' % Sub('x'), Sub('x') + '', [Sub('x')], print(Sub('x')))
class StrRetSub:
    def __str__(self): return Sub('inner')
print(type(str(StrRetSub())).__name__)
class By:
    def __bytes__(self): return b'bytes!'
print(bytes(By()))
class BadBy:
    def __bytes__(self): return 'x'
try: bytes(BadBy())
except TypeError as e: print(e)
