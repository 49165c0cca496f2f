# Subclasses of builtins: which results keep the subclass, which methods are consulted.
class I(int):
    def __repr__(self): return f'I({int(self)})'
    def __str__(self): return 'str'
    def __index__(self): return 0
class F(float): pass
class S(str): pass
class T(tuple): pass
class L(list): pass
class D(dict): pass
class St(set): pass
class Fz(frozenset): pass
class B(bytes): pass
def t(*a): print(*[type(x).__name__ for x in a])
t(I(1) + 1, -I(1), abs(I(-1)), I(1) << 1, +I(1), int(I(1)), I(1).real, round(I(1)))
t(F(1) + 1, -F(1), float(F(1)), F(1).real)
t(S('a') + 'b', S('a')[0], S('a').upper(), S('a').strip(), str(S('a')), S('a') * 1,
    S('a').replace('x', 'y'), ''.join([S('a')]))
t(T((1,)) + (2,), T((1,))[:], T((1,)) * 1, tuple(T((1,))))
t(L([1]) + [2], L([1])[:], L([1]).copy(), L([1]) * 2, sorted(L([1])))
t(D(a=1).copy(), D(a=1) | {}, D.fromkeys('a'), dict(D()), {} | D())
t(St([1]) | {2}, St([1]).copy(), St([1]) & {1}, {1} | St([1]), St([1]) - {1}, St([1]).union([2]),
    Fz([1]) | {1}, Fz([1]).copy())
t(B(b'a') + b'b', B(b'a')[:], B(b'a').upper(), bytes(B(b'a')))
print(I(5), repr(I(5)), f'{I(5)}', f'{I(5):d}', '%d %s' % (I(5), I(5)), [10, 20][I(1)], int(I(5)),
    hex(I(5)), I(5) == 5, {5: 'x'}[I(5)])
l = L([1]); l += [2]; t(l); s = S('a'); s += 'b'; t(s); st = St(); st |= {1}; t(st)
d = D(); d |= {'a': 1}; t(d)
