# name and obj attributes of NameError and AttributeError; name of ImportError.
class C:
    value = 1
c = C()
try: c.valeu
except AttributeError as e: print(e, e.name, e.obj is c)
try: C.valeu
except AttributeError as e: print(e, e.name, e.obj is C)
try: undefined_thing
except NameError as e: print(e, e.name)
def f():
    try: print(loc)
    except UnboundLocalError as e: print(e)
    loc = 1
f()
try: [].appendd
except AttributeError as e: print(e.name, e.obj)
try: getattr(c, 'dynamic')
except AttributeError as e: print(e.name, e.obj is c)
e = AttributeError('m', name='n', obj=5)
print(e, e.name, e.obj, e.args, repr(e))
print(AttributeError().name, NameError('x', name='q').name, NameError().name)
e = ImportError('m', name='mod', path='p')
print(e, e.name, e.path, e.msg, repr(e))
print(ImportError().msg, ImportError(1, 2).args)
for code in 'AttributeError(foo=1)', 'NameError(obj=1)', 'ImportError(zzz=1)', 'KeyError(name=1)':
    try: eval(code)
    except TypeError as e: print(e)
try: import sys; sys.nope
except AttributeError as e: print(e, e.name)
try: import nothing_here
except ImportError as e: print(e.name, e.msg)
try: from sys import nope
except ImportError as e: print(e.name, e.msg)
class G:
    def __getattr__(self, n): raise AttributeError('custom ' + n)
try: G().abc
except AttributeError as e: print(e, e.name, type(e.obj).__name__)
