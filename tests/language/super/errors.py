# What super() refuses, and its messages.
class A:
    def no_args(): return super()
    def deleted(self):
        del self
        return super()
    def ok(self): return super().missing
    def gen(self): return [super().__repr__ for _ in 'a']
    def in_gen(self): yield super().__hash__() == hash(self)
class B(A): pass
def outside(self): return super()
cases = [lambda: A.no_args(), lambda: A().deleted(), lambda: A().ok(), lambda: A().gen(), lambda: outside(1), lambda: super(),
         lambda: super(A, 5), lambda: super(B, A()), lambda: super(5, A()), lambda: super(A, A()).foo, lambda: super(A).foo,
         lambda: super(A, B()).__init__(1), lambda: super(1, 2, 3), lambda: A.ok(5), lambda: super(A, int)]
for c in cases:
    try: print('ok', c())
    except (TypeError, RuntimeError, AttributeError) as e: print(type(e).__name__, e)
print(list(A().in_gen()))
try: super(A, A()).x = 1
except AttributeError as e: print(e)
