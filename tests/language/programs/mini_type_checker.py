# A decorator that checks annotations at run time, with unions, generics and messages.
def kind(t):
    if t is None: return 'None'
    if isinstance(t, type) and not hasattr(t, '__origin__'): return t.__name__
    return getattr(t, '__name__', str(t)) if not hasattr(t, '__args__') else str(t)
def ok(v, t):
    if t is None: return v is None
    origin = getattr(t, '__origin__', None)
    if origin is not None:
        if not isinstance(v, origin): return False
        args = t.__args__
        if origin in (list, set): return all(ok(x, args[0]) for x in v)
        if origin is dict: return all(ok(k, args[0]) and ok(x, args[1]) for k, x in v.items())
        if origin is tuple:
            if len(args) == 2 and args[1] is ...: return all(ok(x, args[0]) for x in v)
            return len(v) == len(args) and all(map(ok, v, args))
        return True
    if hasattr(t, '__args__'): return any(ok(v, a) for a in t.__args__)
    if callable(t) and not isinstance(t, type): return bool(t(v))
    return isinstance(v, t)
def checked(f):
    names = f.__code__.co_varnames[:f.__code__.co_argcount + f.__code__.co_kwonlyargcount]
    hints = f.__annotations__
    def w(*a, **k):
        for n, v in [*zip(names, a), *k.items()]:
            if n in hints and not ok(v,
                    hints[n]): raise TypeError(f'{f.__name__}: {n} must be {kind(hints[n])}, got {v!r}')
        r = f(*a, **k)
        if 'return' in hints and not ok(r,
                hints['return']): raise TypeError(f'{f.__name__}: bad result {r!r}')
        return r
    return w
def positive(x): return isinstance(x, int) and x > 0
@checked
def a(x: int, y: str = '', *, z: float | None = None) -> str: return y * x
@checked
def b(xs: list[int], m: dict[str, list[int]] = {}) -> int | None: return sum(xs) if xs else None
@checked
def c(p: tuple[int, str], t: tuple[int, ...] = ()) -> None: return p if p[0] < 0 else None
@checked
def d(n: positive, k: type = int): return k(n)
for src in ("a(2, 'ab')", 'a("2")', 'a(2, 3)', "a(2, 'x', z=1.5)", "a(2, z='q')", 'a(True, "t")',
        'b([1, 2])', 'b([])', 'b([1, "x"])', 'b((1,))', "b([1], {'k': [2]})", "b([1], {'k': 2})",
        "c((1, 'a'))", 'c((1, 2))', "c((1, 'a', 3))", "c((1, 'a'), (1, 2, 3))", "c((-1, 'a'))",
        "c((1, 'a'), (1, 'x'))", 'd(5, float)', 'd(-5)', 'd(5, 6)', 'a()'):
    try: print(src, '=', repr(eval(src)))
    except TypeError as e: print(src, '->', e)
