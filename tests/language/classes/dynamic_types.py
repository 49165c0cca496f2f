# type() with three arguments, class creation at run time.
def init(self, v): self.v = v
A = type('A', (), {'__init__': init, 'get': lambda self: self.v, '__doc__': 'made', '__slots__': ('v',)})
print(A, A(5).get(), A.__doc__, A.__module__, A.__name__, A.__qualname__)
B = type('B', (A,), {'__qualname__': 'Some.B', '__module__': 'elsewhere'})
print(B, B(6).get(), B.__qualname__, '__qualname__' in vars(B))
print(type(A), type('x') is str, type(type) is type)
C = type('not an identifier!', (int,), {})
print(C(3) + 1, repr(C))
ns = {'x': 1}
D = type('D', (), ns)
ns['x'] = 2
print(D.x)
for args in (('A', (), {'__slots__': 5}), ('A', (5,), {}), (b'A', (), {}), ('A', [], {}), ('A', (), []), ('A\0', (), {}),
             ('A', (), {'__qualname__': 5}), ('A', (), {'__slots__': ('1x',)}), ('A', (), {'__classcell__': 3})):
    try: type(*args)
    except (TypeError, ValueError) as e: print(type(e).__name__, e)
classes = [type(f'K{i}', (), {'i': i}) for i in range(5)]
print([c.i for c in classes], classes[3].__name__)
def mixin(cls):
    return type(cls.__name__ + 'Mixed', (cls,), {'mixed': True})
@mixin
class E: pass
print(E.__name__, E.mixed, E.__base__.__name__)
