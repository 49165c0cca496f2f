# `in` tries __contains__, then iteration, then the sequence protocol.
class C:
    def __contains__(self, x): return x == 'in'
class I:
    def __iter__(self):
        for x in 1, 2, 3:
            print('yield', x, end=' ')
            yield x
class G:
    def __getitem__(self, i):
        print('get', i, end=' ')
        if i > 3: raise IndexError
        return i * 10
print('in' in C(), 'out' in C(), 'in' not in C())
print(2 in I())
print(5 in I())
print(20 in G())
print(99 in G())
class Truthy:
    def __contains__(self, x): return 'non-empty'
print(1 in Truthy(), 1 not in Truthy())
class BadKey:
    def __getitem__(self, i): raise KeyError(i)
try: 1 in BadKey()
except KeyError as e: print('KeyError', e)
class NoneC:
    __contains__ = None
    def __iter__(self): return iter([1])
try: 1 in NoneC()
except TypeError as e: print(e)
try: 1 in object()
except TypeError as e: print(e)
class Meta(type):
    def __contains__(cls, x): return x in ('a', 'b')
class E(metaclass=Meta): pass
print('a' in E, 'z' in E)
print(2 in (x for x in [1, 2, 3]), g := (x for x in [1, 2, 3]) and None)
it = iter([1, 2, 3, 4])
print(2 in it, list(it))
