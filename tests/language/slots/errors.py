# Bad slot declarations and their messages.
cases = '''__slots__ = ('a',); a = 1
__slots__ = ('1a',)
__slots__ = (5,)
__slots__ = ('a b',)
__slots__ = ('__dict__', '__dict__')
__slots__ = 5
__slots__ = None
__slots__ = ('',)
__slots__ = ('a', 'a'); print('doubles are fine')
__slots__ = ('__weakref__', '__weakref__')
__slots__ = b'a'
__slots__ = {'a', 'b'}; print('sets are fine')
__slots__ = 'abc'; print('one name')
__slots__ = ('é',); print('unicode')'''
for c in cases.split('\n'):
    try: exec('class A:\n ' + c)
    except (TypeError, ValueError) as e: print(c, '->', type(e).__name__, e)
class M:
    __slots__ = ('__private', '_x__y')
    def __init__(self): self.__private = 1
m = M()
print(m._M__private, sorted(k for k in vars(M) if 'p' in k and 'rivate' in k))
class W: __slots__ = ('x',)
class Base: __slots__ = ('__dict__',)
try:
    class Derived(Base): __slots__ = ('__dict__',)
except TypeError as e: print(e)
