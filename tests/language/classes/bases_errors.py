# Bases that cannot be used, and layout conflicts.
cases = '''class A(1): pass
class A(bool): pass
class A(type(None)): pass
class A(type(...)): pass
class A(range): pass
class A(slice): pass
class A(type(lambda: 0)): pass
class A(type((i for i in ()))): pass
class A(memoryview): pass
class A(int, str): pass
class A(list, dict): pass
class A(int, int): pass
class A(object, int): pass
class A(*[int, str]): pass
class A(int, foo=1): pass
class A(len): pass
class A("str"): pass
class A(None): pass
class A(NotImplemented.__class__): pass
class A(type(len)): pass
class A(Exception, OSError): pass
class A(ValueError, OSError): print("fine")
class A(KeyError, StopIteration): pass
class A(super): print("fine")
class A(property): print("fine")'''
for c in cases.split('\n'):
    try: exec(c)
    except TypeError as e: print(c, '->', e)
class S1: __slots__ = 'a'
class S2: __slots__ = 'b'
try:
    class S(S1, S2): pass
except TypeError as e: print(e)
class S3: __slots__ = ()
class T(S1, S3): pass
print(T.__mro__[1:])
