# The builtins module: lookups, additions, replacement of __builtins__ in exec.
import builtins
print(builtins.len is len, builtins.__name__, hasattr(builtins, 'print'), builtins.__dict__['abs'] is abs)
builtins.my_global = 42
def f(): return my_global
print(f(), eval('my_global')); del builtins.my_global
try: f()
except NameError as e: print(e)
print(eval('len("abc")', {'__builtins__': {'len': lambda x: 'replaced'}}))
for src, g in (('len([])', {'__builtins__': {}}), ('open', {'__builtins__': {'x': 1}}),
        ('x', {'__builtins__': {'x': 1}}), ('len([1])', {}), ('len([1])', {'__builtins__': builtins})):
    try: print(src, eval(src, g))
    except (NameError, TypeError) as e: print(src, type(e).__name__, e)
g = {}; eval('1', g); print(list(g), g['__builtins__'] is builtins or g['__builtins__'] is vars(builtins))
expected = '''abs aiter all anext any ascii bin bool breakpoint bytearray bytes callable chr classmethod compile complex delattr dict dir divmod enumerate eval exec filter float format frozenset getattr globals hasattr hash hex id input int isinstance issubclass iter len list locals map max memoryview min next object oct open ord pow print property range repr reversed round set setattr slice sorted staticmethod str sum super tuple type vars zip __import__ __build_class__ __debug__ Ellipsis NotImplemented None True False'''.split()
print([n for n in expected if not hasattr(builtins, n)], __debug__)
real = builtins.__build_class__
def bc(f, name, *bases, **kw): print('building', name, bases, kw); return real(f, name, *bases, **kw)
builtins.__build_class__ = bc
class A: x = 1
class B(A, metaclass=type): pass
builtins.__build_class__ = real
print(B.x, __build_class__(lambda: None, 'Direct').__name__)
for a in (), (1,), (1, 'x'), (lambda: None, 5):
    try: __build_class__(*a)
    except TypeError as e: print(e)
