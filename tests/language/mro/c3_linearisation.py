# C3 method resolution order in diamonds and larger lattices.
def names(c): return ' '.join(k.__name__ for k in c.__mro__)
class O: pass
class A(O): pass
class B(O): pass
class C(O): pass
class D(A, B): pass
class E(B, C): pass
class F(D, E): pass
for c in O, D, E, F: print(names(c))
class K1(A, B, C): pass
class K2(D, E): pass
class K3(D, A): pass
class Z(K1, K2): pass
class Y(K3, A): pass
class W(F, K3): pass
for c in K1, K2, K3, Z, Y, W: print(names(c))
