# Exceptions inside descriptors and the __getattr__ fallback.
class D:
    def __get__(self, o, t): raise AttributeError('from get')
    def __set__(self, o, v): raise ValueError('from set')
    def __delete__(self, o): raise KeyError('from delete')
class C: d = D()
class G(C):
    def __getattr__(self, n): return 'fallback ' + n
print(hasattr(C(), 'd'), getattr(C(), 'd', 'default'), G().d)
for code in 'C().d', 'C.d', 'C().d = 1', 'del C().d':
    try: exec(code)
    except Exception as e: print(code, type(e).__name__, e)
class Bad:
    __get__ = 5
class E: b = Bad()
try: E().b
except TypeError as e: print(e)
class NoneGet:
    __get__ = None
class F: b = NoneGet()
try: F().b
except TypeError as e: print(e)
class WrongArgs:
    def __get__(self): return 1
class H: w = WrongArgs()
try: H().w
except TypeError as e: print(e)
class Raises:
    def __get__(self, o, t): return 1 / 0
class I: r = Raises()
try: hasattr(I(), 'r')
except ZeroDivisionError as e: print('hasattr passes it on:', e)
try: getattr(I(), 'r', 'default')
except ZeroDivisionError as e: print('getattr too:', e)
class InstanceDesc:
    def __init__(self): self.__get__ = lambda *a: 'never'
class J: x = InstanceDesc()
print(type(J().x).__name__)
