# Iteration through __iter__, or through __getitem__ from zero until IndexError.
class Seq:
    def __init__(self, *a): self.a = a
    def __getitem__(self, i):
        if i == 3: raise StopIteration
        return self.a[i]
print(list(Seq('x', 'y')), [*Seq(1, 2)], dict(zip(Seq('a'), Seq('b'))), max(Seq(3, 1)), tuple(Seq()))
a, b = Seq(1, 2)
print(a, b, sum(Seq(1, 2, 3)), ''.join(Seq('p', 'q')), sorted(Seq(2, 1)))
for x in Seq(*'loop'): print(x, end=' ')
print()
it = iter(Seq(1, 2))
print(type(it).__name__, next(it), next(it), next(it, 'end'), next(it, 'still'))
class OtherErr:
    def __getitem__(self, i): raise KeyError('key')
try: list(OtherErr())
except KeyError as e: print(repr(e))
class RevSeq(Seq):
    def __len__(self): return len(self.a)
print(list(reversed(RevSeq(1, 2, 3))))
try: reversed(Seq(1))
except TypeError as e: print(e)
class Rev:
    def __reversed__(self): return 'anything'
print(reversed(Rev()))
class BadIter:
    def __iter__(self): return 5
class NoneIter:
    __iter__ = None
    def __getitem__(self, i): return i
class NotNext:
    def __iter__(self): return [1]
for c in BadIter, NoneIter, NotNext, object:
    try: iter(c())
    except TypeError as e: print(e)
class Dyn:
    def __init__(self): self.__iter__ = lambda: iter([1])
try: list(Dyn())
except TypeError as e: print(e)
