# In-place methods, their fallbacks and NotImplemented.
class A:
    def __init__(self, v): self.v = v
    def __iadd__(self, o):
        print('iadd', end=' ')
        if o is None: return NotImplemented
        self.v += o
        return self
    def __add__(self, o):
        print('add', end=' ')
        return A('sum')
    def __isub__(self, o): return 'anything'
    def __mul__(self, o): return 'mul'
    def __rtruediv__(self, o): return 'rtruediv'
a = b = A(1)
a += 2; print(a is b, a.v)
a += None; print(a is b, a.v)
b -= 1; print(b)
c = A(1); c *= 2; print(c)
n = 4; n /= A(1); print(n)
class Desc:
    def __get__(self, o, t): print('get', end=' '); return 10
    def __set__(self, o, v): print('set', v)
class H: d = Desc()
h = H(); h.d += 5
class Item:
    def __getitem__(self, k): print('getitem', k, end=' '); return 1
    def __setitem__(self, k, v): print('setitem', k, v)
it = Item(); it['k'] += 1; it[1:2] -= 3
for name, op in zip('iadd isub imul itruediv ifloordiv imod ipow imatmul iand ior ixor ilshift irshift'.split(),
                    '+= -= *= /= //= %= **= @= &= |= ^= <<= >>='.split()):
    X = type('X', (), {f'__{name}__': lambda self, o, name=name: (name, o)})
    x = X()
    exec(f'x {op} 3'); print(op, x)
