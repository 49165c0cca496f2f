# sys.exc_info and sys.exception through nested handlers, functions and loops.
import sys
def cur(): return repr(sys.exception())
print(cur(), sys.exc_info())
try: raise ValueError(1)
except ValueError:
    print(cur())
    try: raise KeyError(2)
    except KeyError:
        print(cur())
        def inner():
            try: raise IndexError(3)
            except IndexError: print('in call', cur())
            print('after handler in call', cur())
        inner()
        print(cur())
    print(cur())
    try: pass
    finally: print('finally', cur())
    for i in range(2):
        try: raise TypeError(i)
        except TypeError: continue
    print('loop', cur())
print(cur())
try:
    try: raise ValueError('a')
    finally: print('unwinding', cur())
except ValueError: pass
def ret():
    try: 1 / 0
    except ZeroDivisionError: return cur()
print(ret(), cur())
class CM:
    def __enter__(self): return self
    def __exit__(self, t, v, tb): print('exit', cur(), v is sys.exception()); return True
with CM(): raise KeyError('with')
print(cur())
lst = [1]
try: raise ValueError('outer')
except ValueError:
    lst.sort(key=lambda x: print('key sees', cur()) or x)
    print([cur() for _ in 'a'], (lambda: cur())())
