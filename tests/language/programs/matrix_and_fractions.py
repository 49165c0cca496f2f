# Matrix and rational classes with operators, determinants and inverses.
def gcd(a, b):
    while b: a, b = b, a % b
    return abs(a)
class Q:
    def __init__(self, n, d=1):
        if d == 0: raise ZeroDivisionError(f'Q({n}, 0)')
        g = gcd(n, d) * (1 if d > 0 else -1)
        self.n, self.d = n // g, d // g
    def __repr__(self): return f'{self.n}/{self.d}' if self.d != 1 else str(self.n)
    @staticmethod
    def of(x): return x if isinstance(x, Q) else Q(x) if isinstance(x, int) else NotImplemented
    def _op(f):
        def method(self, o):
            o = Q.of(o)
            return o if o is NotImplemented else f(self, o)
        return method
    __add__ = __radd__ = _op(lambda a, b: Q(a.n * b.d + b.n * a.d, a.d * b.d))
    __mul__ = __rmul__ = _op(lambda a, b: Q(a.n * b.n, a.d * b.d))
    __sub__ = _op(lambda a, b: Q(a.n * b.d - b.n * a.d, a.d * b.d))
    __rsub__ = _op(lambda a, b: Q(b.n * a.d - a.n * b.d, a.d * b.d))
    __truediv__ = _op(lambda a, b: Q(a.n * b.d, a.d * b.n))
    __rtruediv__ = _op(lambda a, b: Q(b.n * a.d, b.d * a.n))
    __eq__ = _op(lambda a, b: (a.n, a.d) == (b.n, b.d))
    __lt__ = _op(lambda a, b: a.n * b.d < b.n * a.d)
    def __neg__(self): return Q(-self.n, self.d)
    def __abs__(self): return Q(abs(self.n), self.d)
    def __bool__(self): return self.n != 0
    def __hash__(self): return hash((self.n, self.d)) if self.d != 1 else hash(self.n)
    def __float__(self): return self.n / self.d
    def __pow__(self, e): return Q(self.n ** e, self.d ** e) if e >= 0 else Q(self.d ** -e, self.n ** -e)
h, t = Q(1, 2), Q(1, 3)
print(h + t, h - t, h * t, h / t, 1 - h, 2 / t, h + 1, 3 * h, -h, h == Q(2, 4), h == 1, Q(4, 2) == 2,
    {Q(2): 'x'}[2], sorted([h, t, Q(1), Q(-5, 3)]), sum([h, t, Q(1, 6)]), float(t), h ** 3, h ** -2,
    abs(Q(-3, 9)), bool(Q(0)), max(h, t))
for f in (lambda: Q(1, 0)), (lambda: h / 0), (lambda: h + 'x'), (lambda: h + 1.5), (lambda: h < None):
    try: print(f())
    except (ZeroDivisionError, TypeError) as e: print(type(e).__name__, e)
class Mat:
    def __init__(self, rows): self.r = [[Q.of(x) for x in row] for row in rows]
    def __matmul__(self,
            o): return Mat([[sum((a * b for a, b in zip(x, c)), Q(0)) for c in zip(*o.r)] for x in self.r])
    def __eq__(self, o): return self.r == o.r
    def __str__(self): return '; '.join(' '.join(map(repr, x)) for x in self.r)
    def __getitem__(self, ij): return self.r[ij[0]][ij[1]]
    def __pow__(self, n):
        out = Mat([[int(i == j) for j in range(len(self.r))] for i in range(len(self.r))])
        base = self
        while n:
            if n & 1: out = out @ base
            base, n = base @ base, n >> 1
        return out
    def det(self):
        m, d = [row[:] for row in self.r], Q(1)
        for i in range(len(m)):
            p = next((k for k in range(i, len(m)) if m[k][i]), None)
            if p is None: return Q(0)
            if p != i: m[i], m[p] = m[p], m[i]; d = -d
            d = d * m[i][i]
            for k in range(i + 1, len(m)):
                f = m[k][i] / m[i][i]
                m[k] = [a - f * b for a, b in zip(m[k], m[i])]
        return d
    def inverse(self):
        n = len(self.r)
        m = [row[:] + [Q(int(i == j)) for j in range(n)] for i, row in enumerate(self.r)]
        for i in range(n):
            p = next(k for k in range(i, n) if m[k][i])
            m[i], m[p] = m[p], m[i]
            m[i] = [x / m[i][i] for x in m[i]]
            for k in range(n):
                if k != i: m[k] = [a - m[k][i] * b for a, b in zip(m[k], m[i])]
        return Mat([row[n:] for row in m])
a = Mat([[2, 1, 0], [1, 3, 2], [0, 1, 4]])
print(a.det(), a.inverse(), a @ a.inverse(), a @ a.inverse() == a ** 0, a[1, 2])
print((Mat([[1, 1], [1, 0]]) ** 90)[0, 1], Mat([[1, 2], [2, 4]]).det(),
    Mat([[Q(1, i + j + 1) for j in range(5)] for i in range(5)]).det())
