# Slots with inheritance: added slots, lost economy, __dict__ as a slot.
class A: __slots__ = ('a',)
class B(A): __slots__ = ('b',)
class C(B): pass
class D(A): __slots__ = ('__dict__',)
class E(A): __slots__ = ('a',)
b = B(); b.a, b.b = 1, 2
print(b.a, b.b, hasattr(b, '__dict__'))
try: b.c = 3
except AttributeError as e: print(e)
c = C(); c.a, c.b, c.other = 1, 2, 3
print(vars(c), c.a)
d = D(); d.a, d.free = 1, 2
print(vars(d), d.a)
e = E(); e.a = 'E.a'
print(e.a, A.a.__get__(e) if hasattr(e, 'zz') else 'separate')
try: print(A.a.__get__(e))
except AttributeError as x: print(x)
class Plain: pass
class F(Plain): __slots__ = ('f',)
f = F(); f.f, f.g = 1, 2
print(f.f, vars(f))
class G(dict): __slots__ = ('tag',)
g = G(x=1); g.tag = 't'
print(g, g.tag)
class H(tuple): __slots__ = ()
print(H((1, 2)))
try:
    class I(int): __slots__ = ('v',)
except TypeError as x: print(x)
try:
    class J(tuple): __slots__ = ('v',)
except TypeError as x: print(x)
class K(A, Plain): __slots__ = ()
print(hasattr(K(), '__dict__'))
