# Metaclasses have classes too.
class MM(type):
    def __call__(m, *a, **k):
        print('MM.call', a[0])
        return super().__call__(*a, **k)
    def __repr__(m): return 'meta-' + m.__name__
class M(type, metaclass=MM):
    def __repr__(c): return 'class-' + c.__name__
class C(metaclass=M):
    def __repr__(self): return 'instance'
print(C(), C, M, MM, type(C), type(M), type(MM))
print(isinstance(C, M), isinstance(M, MM), isinstance(C, MM), issubclass(M, type), issubclass(MM, type))
print(M.__mro__[1:], type.__call__(C), type.__repr__(C))
print(C.mro(), type.mro(C)[1:])
class Data(type):
    def __setattr__(c, n, v): print('class set', n); super().__setattr__(n, v)
    def __delattr__(c, n): print('class del', n); super().__delattr__(n)
    def __getattribute__(c, n):
        if n == 'magic': return 'from getattribute'
        return super().__getattribute__(n)
    def __dir__(c): return ['z', 'a']
class D(metaclass=Data): x = 1
D.y = 2; D.x = 3; del D.y
print(D.magic, D.x, dir(D))
