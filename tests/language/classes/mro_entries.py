# __mro_entries__ lets non-classes stand among the bases.
class Real: 
    def hi(self): return 'real'
class Proxy:
    def __init__(self, *classes): self.classes = classes
    def __mro_entries__(self, bases):
        print('entries asked', len(bases))
        return self.classes
class A(Proxy(Real)): pass
print(A.__bases__, A().hi(), A.__orig_bases__[0].__class__.__name__)
class B(Proxy(), Proxy(Real, dict)): pass
print(B.__bases__, B({'a': 1}))
class C(Proxy()): pass
print(C.__bases__)
class BadEntries:
    def __mro_entries__(self, bases): return [Real]
try:
    class D(BadEntries()): pass
except TypeError as e: print(e)
try: type('E', (Proxy(Real),), {})
except TypeError as e: print(e)
print(hasattr(Real, '__orig_bases__'))
