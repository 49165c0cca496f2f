# Which metaclass is chosen, and metaclass conflicts.
class M1(type): pass
class M2(M1): pass
class N(type): pass
class A(metaclass=M1): pass
class B(metaclass=M2): pass
class C(metaclass=N): pass
class AB(A, B): pass
print(type(AB).__name__)
class AB2(A, B, metaclass=M1): pass
print(type(AB2).__name__)
try:
    class AC(A, C): pass
except TypeError as e: print(e)
try:
    class D(A, metaclass=N): pass
except TypeError as e: print(e)
print(type(type('T', (A,), {})).__name__)
def func_meta(name, bases, ns, **kw):
    print('function as metaclass', name, bases, kw)
    return name.lower()
class F(metaclass=func_meta, k=1): pass
print(F)
class G(metaclass=lambda n, b, d: [n, d['x']]): x = 1
print(G)
class H(A, metaclass=func_meta): pass
print(H)
try:
    class I(metaclass=5): pass
except TypeError as e: print(e)
try:
    class J(metaclass=None): pass
except TypeError as e: print(e)
class K(object, metaclass=type): pass
print(type(K) is type)
