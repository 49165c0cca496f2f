# Attributes of function objects.
def f(a, b=1, *c, d, e=2, **g) -> int:
    """Doc."""
    local = 1
    return lambda: local
print(f.__name__, f.__qualname__, f.__module__, f.__doc__)
print(f.__defaults__, f.__kwdefaults__, f.__annotations__, f.__dict__, f.__closure__)
c = f.__code__
print(c.co_name, c.co_argcount, c.co_kwonlyargcount, c.co_posonlyargcount, c.co_varnames[:6],
    c.co_firstlineno)
print(f.__globals__ is globals(), f.__builtins__ is not None)
f.attr = 5
f.__doc__ = None
print(f.attr, vars(f), f.__doc__)
del f.attr
print(hasattr(f, 'attr'))
f.__name__ = 'renamed'
print(f.__name__, f.__qualname__)
for n, v in (('__name__', 5), ('__qualname__', None), ('__code__', 1), ('__dict__', []),
        ('__closure__', ()), ('__globals__', {})):
    try: setattr(f, n, v); print(n, 'ok')
    except (TypeError, AttributeError) as e: print(type(e).__name__, e)
def g(): return 'g'
def h(): return 'h'
g.__code__ = h.__code__
print(g(), g.__name__)
f.__dict__ = {'x': 1}
print(f.x)
try: del f.__name__
except TypeError as e: print(e)
print(type(f), callable(f), isinstance(f, object), bool(f), f == f, f != g)
