# functools.lru_cache and cache: hits, limits, typed, methods, errors.
from functools import cache, lru_cache

calls = []


@lru_cache(maxsize=2)
def square(x, *, k=0):
    'Squares.'
    calls.append(x)
    return x * x + k


print([square(n) for n in (1, 2, 1, 3, 2, 1)], calls)
print(square.cache_info(), square.cache_parameters())
print(square(1, k=1), square(1, k=2), square.cache_info())
square.cache_clear()
print(square.cache_info(), square.__name__, square.__doc__, square.__wrapped__(5))


@cache
def fib(n):
    return n if n < 2 else fib(n - 1) + fib(n - 2)


print(fib(200), fib.cache_info(), fib.cache_parameters())


@lru_cache
def plain(x):
    return x


plain(1)
plain(1.0)
plain(True)
print(plain.cache_info())


@lru_cache(typed=True)
def typed(x):
    return x


typed(1)
typed(1.0)
print(typed(1), typed(1.0), typed.cache_info())


@lru_cache(maxsize=0)
def never(x):
    return x


never(1)
never(1)
print(never.cache_info())


@lru_cache(maxsize=-5)
def negative(x):
    return x


print(negative.cache_parameters())


class C:
    @lru_cache(maxsize=None)
    def method(self, x):
        calls.append('method')
        return x + 1


c = C()
print(c.method(1), c.method(1), C.method(c, 1), calls.count('method'), C.method.cache_info())
try:
    plain([])
except TypeError as error:
    print(error)
try:
    lru_cache(maxsize='a')
except TypeError as error:
    print(error)


@lru_cache
def fails(x):
    calls.append('fails')
    raise KeyError(x)


for _ in range(2):
    try:
        fails(1)
    except KeyError as error:
        print('KeyError', error, error.__traceback__.tb_next.tb_frame.f_code.co_name)
print(calls.count('fails'), fails.cache_info())
print(type(plain).__name__, type(plain).__module__ in ('functools', '_functools_script'))
