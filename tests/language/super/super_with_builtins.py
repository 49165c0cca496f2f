# super() to builtin types: construction, containers, exceptions, attribute hooks.
class D(dict):
    def __init__(self, *a, **k):
        super().__init__(*a, **k)
        self.reads = 0
    def __getitem__(self, k):
        self.reads += 1
        return super().__getitem__(k)
    def get(self, k, d='default'): return super().get(k, d)
d = D(a=1, b=2)
print(d['a'], d['b'], d.reads, d.get('z'), d)
try: d['zz']
except KeyError as e: print('KeyError', e)
class S(str):
    def __new__(cls, v): return super().__new__(cls, v.upper())
    def upper(self): return 'upper of ' + super().upper()
    def __add__(self, o): return S(super().__add__(o))
s = S('abc') + 'd'
print(s, s.upper(), type(s).__name__, len(s), s[1], s == 'ABCD')
class E(Exception):
    def __init__(self, code, msg):
        super().__init__(msg)
        self.code = code
    def __str__(self): return f'[{self.code}] {super().__str__()}'
try: raise E(5, 'bad')
except E as e: print(e, e.args, repr(e))
class T(tuple):
    def __new__(cls, *a): return super().__new__(cls, a)
    def __eq__(self, o): return super().__eq__(o) is True or o == 'wild'
    __hash__ = tuple.__hash__
t = T(1, 2)
print(t, t == (1, 2), t == 'wild', {t: 1}[(1, 2)])
class L(list):
    def append(self, x):
        super().append(x)
        return self
print(L().append(1).append(2))
class Attr:
    def __getattribute__(self, n): return (n, super().__getattribute__('v')) if n != 'v' else 0
    v = 'vee'
print(Attr().anything, Attr().v)
