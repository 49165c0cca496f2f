# Bound methods, plain functions from classes, and assigning functions.
class C:
    def m(self, x=0): return type(self).__name__, x
    @classmethod
    def c(cls): return cls.__name__
    @staticmethod
    def s(x): return x
class D(C): pass
o = C()
b = o.m
print(b(1), C.m(o, 2), C.m('not a C', 3), b.__self__ is o, b.__func__ is C.m, b.__name__)
print(o.m == o.m, o.m is o.m, hash(o.m) == hash(o.m), o.m == C().m, C.m is C.m)
print(D().c(), D.c(), C.c.__self__ is C, D.s(1), D().s(2))
def free(self): return 'free', self is o
C.added = free
print(o.added())
o.inst = free
try: o.inst()
except TypeError as e: print(e)
print(o.inst(o))
M = type(o.m)
bound = M(free, o)
print(bound(), bound.__self__ is o)
try: M(free, None)
except TypeError as e: print(e)
try: M(5, o)
except TypeError as e: print(e)
o.m.__func__.attr = 1
print(o.m.attr)
try: o.m.other = 2
except AttributeError as e: print(e)
class E:
    __call__ = lambda self, *a: a
    call = E_call = len
    f = print
E().f('builtin functions do not bind')
print(E().call('four'), E()(1))
