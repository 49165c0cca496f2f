# Generator functions: laziness, state, return, exhaustion, several at once.
def g(n):
    print('start')
    for i in range(n):
        print('before', i)
        yield i
        print('after', i)
    print('end')
    return 'result'
it = g(2)
print('created', type(it).__name__)
print(next(it)); print(next(it))
try: next(it)
except StopIteration as e: print('value', e.value)
try: next(it)
except StopIteration as e: print('again', e.value)
def fib():
    a, b = 0, 1
    while True:
        yield a
        a, b = b, a + b
def take(n, it): return [x for _, x in zip(range(n), it)]
print(take(12, fib()))
a, b = fib(), fib()
next(a); next(a); print([next(a), next(b), next(a), next(b)])
def empty():
    return
    yield
print(list(empty()), list(g(0)))
def chain(*its):
    for i in its:
        for x in i: yield x
print(list(chain('ab', [1], (x for x in 'z'))))
def tree(n):
    if n:
        for x in tree(n - 1): yield x
        yield n
        for x in tree(n - 1): yield x
print(list(tree(3)))
x, y, *z = take(5, fib())
print(x, y, z, sum(take(10, fib())), max(g for g in [3, 1]), dict((k, k * 2) for k in 'ab'))
