# Unary operators and matrix multiplication on user types and builtins.
class M:
    def __init__(self, rows): self.r = rows
    def __matmul__(self,
            o): return M([[sum(a * b for a, b in zip(x, y)) for y in zip(*o.r)] for x in self.r])
    def __rmatmul__(self, o): return f'{o} rmatmul'
    def __imatmul__(self, o):
        self.r = (self @ o).r
        return self
    def __neg__(self): return M([[-v for v in x] for x in self.r])
    def __pos__(self): return 'pos'
    def __invert__(self): return M([list(c) for c in zip(*self.r)])
    def __abs__(self): return max(max(x) for x in self.r)
    def __repr__(self): return f'M{self.r}'
a = M([[1, 2], [3, 4]])
b = M([[0, 1], [1, 0]])
print(a @ b, b @ a, 5 @ a, -a, +a, ~a, abs(a), -(-a), ~~a, -a @ b)
c = a
a @= b
print(a, c is a)
for f in ((lambda: 1 @ 2), (lambda: a @ 1), (lambda: [1] @ [2]), (lambda: -'a'), (lambda: ~1.5),
        (lambda: +[]), (lambda: not_defined @ 1), (lambda: abs('x'), )):
    try: print(f())
    except (TypeError, AttributeError, NameError) as e: print(type(e).__name__, e)
print(-5, - -5, -(-5), +True, ~True, ~~7, not not 3, -0, -0.0, --1.5, ~-1, -~1, not -1)
