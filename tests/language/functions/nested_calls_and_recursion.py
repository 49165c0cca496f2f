# Mutual and deep recursion, functions as values, currying.
def even(n): return True if n == 0 else odd(n - 1)
def odd(n): return False if n == 0 else even(n - 1)
print(even(100), odd(7), even(501))
def hanoi(n, a='A', b='B', c='C'):
    if n == 0: return 0
    return hanoi(n - 1, a, c, b) + 1 + hanoi(n - 1, c, b, a)
print(hanoi(8))
def ack(m, n):
    if m == 0: return n + 1
    if n == 0: return ack(m - 1, 1)
    return ack(m - 1, ack(m, n - 1))
print(ack(2, 5))
def compose(*fs):
    def run(x):
        for f in reversed(fs): x = f(x)
        return x
    return run
print(compose(str, lambda x: x + 1, abs)(-4))
def curry(f, n, *a): return f(*a) if n == 0 else lambda x: curry(f, n - 1, *a, x)
print(curry(lambda a, b, c: a + b * c, 3)(1)(2)(3))
table = {'+': lambda a, b: a + b, '-': lambda a, b: a - b}
print([table[o](7, 2) for o in '+-'])
def perms(s): return [''] if not s else [c + p for i, c in enumerate(s) for p in perms(s[:i] + s[i + 1:])]
print(perms('abc'))
Y = lambda f: (lambda x: x(x))(lambda y: f(lambda *a: y(y)(*a)))
print(Y(lambda rec: lambda n: 1 if n < 2 else n * rec(n - 1))(20))
