# Local functions that call themselves and each other.
def outer(n):
    def fact(k): return 1 if k < 2 else k * fact(k - 1)
    def even(k): return k == 0 or odd(k - 1)
    def odd(k): return k != 0 and even(k - 1)
    return fact(n), even(n), odd(n)
print(outer(10))
def memo_fib():
    cache = {}
    def fib(n):
        if n not in cache: cache[n] = n if n < 2 else fib(n - 1) + fib(n - 2)
        return cache[n]
    return fib
print(memo_fib()(100))
def tree(depth):
    count = 0
    def walk(d):
        nonlocal count
        count += 1
        if d: walk(d - 1); walk(d - 1)
    walk(depth)
    return count
print(tree(10))
f = lambda n: 1 if n == 0 else n * f(n - 1)
g = f
print(g(5))
f = lambda n: 'rebound'
print(g(0))
try: print(g(2))
except TypeError as e: print(e)
