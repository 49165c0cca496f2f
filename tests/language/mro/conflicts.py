# Orders that C3 cannot linearise are refused with the offending bases.
class X: pass
class Y: pass
class A(X, Y): pass
class B(Y, X): pass
for make in (lambda: type('C', (A, B), {})), (lambda: type('D', (X, A), {})), (lambda: type('E', (object, X), {})), \
        (lambda: type('F', (X, X), {})), (lambda: type('G', (A, X, Y), {})), (lambda: type('H', (A, Y, X), {})):
    try: print([k.__name__ for k in make().__mro__])
    except TypeError as e: print(e)
