# Chains of generators process element by element, in both memory and order.
log = []
def numbers(n):
    for i in range(n):
        log.append(f'produce {i}')
        yield i
def odd(src):
    for x in src:
        if x % 2:
            log.append(f'pass {x}')
            yield x
def square(src):
    for x in src: yield x * x
def first(n, src):
    if n == 0: return
    for i, x in enumerate(src, 1):
        yield x
        if i == n: return
print(list(first(2, square(odd(numbers(100))))), log)
def sieve():
    def multiples_out(p, src): return (x for x in src if x % p)
    def nat(n):
        while True: yield n; n += 1
    src = nat(2)
    while True:
        p = next(src)
        yield p
        src = multiples_out(p, src)
print(list(first(15, sieve())))
def window(src, n):
    buf = []
    for x in src:
        buf.append(x)
        if len(buf) == n:
            yield tuple(buf)
            buf.pop(0)
print(list(window('abcde', 3)))
def merge(a, b):
    a, b = iter(a), iter(b)
    x, y = next(a, None), next(b, None)
    while x is not None or y is not None:
        if y is None or x is not None and x <= y: yield x; x = next(a, None)
        else: yield y; y = next(b, None)
print(list(merge([1, 4, 6], [2, 3, 7, 8])))
def groups(src):
    key, items = None, []
    for x in src:
        if items and x[0] != key: yield key, items; items = []
        key = x[0]; items.append(x)
    if items: yield key, items
print(list(groups(['apple', 'ant', 'bee', 'cat', 'cow', 'ape'])))
def perms(a):
    if len(a) <= 1: yield a
    else:
        for p in perms(a[1:]):
            for i in range(len(a)): yield p[:i] + a[:1] + p[i:]
print(list(perms('abc')), sum(1 for _ in perms('abcdef')))
def queens(n, row=0, cols=()):
    if row == n: yield cols
    else:
        for c in range(n):
            if all(c != d and abs(c - d) != row - r for r, d in enumerate(cols)): yield from queens(n,
                    row + 1, cols + (c,))
print(next(queens(8)), sum(1 for _ in queens(6)))
