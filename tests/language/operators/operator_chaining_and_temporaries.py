# Long chains of mixed operators over user types record the order of calls.
calls = []
class T:
    def __init__(self, n): self.n = n
    def __repr__(self): return self.n
for name, sym in zip('add sub mul truediv mod pow lshift and or xor'.split(),
        '+ - * / % ** << & | ^'.split()):
    def method(self, o, sym=sym):
        r = T(f'({self}{sym}{o})')
        calls.append(r.n)
        return r
    setattr(T, f'__{name}__', method)
    setattr(T, f'__r{name}__', lambda self, o, sym=sym: T(f'[{o}{sym}{self}]'))
a, b, c, d = map(T, 'abcd')
print(a + b * c - d / a ** b ** c % d)
print(a | b ^ c & d << a + b)
print((a + b) * (c + d), a - b - c - d, a ** b ** c, 1 + a + 2, 2 * a ** 2, -1 + a)
print(len(calls), calls[:4])
print(a + 1 - b if a else c, [a * i for i in range(3)], sum([a, b], T('start')), sum([a, b]))
