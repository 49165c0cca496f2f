# Infinity, nan and signed zero through the operators.
inf, nan = float('inf'), float('nan')
print(inf + 1, inf - inf, inf * 0, inf / inf, -inf, 0 * -1.0, inf * -1, 1 / inf, -1 / inf, inf // 1,
    inf % 5, 5 % inf, -5 % inf, 5 // -inf, inf ** 0, nan ** 0, 1 ** nan, 0.0 ** inf, inf ** -1)
print(nan == nan, nan != nan, nan < 1, nan > 1, nan in [nan], [nan] == [nan], nan is nan, sorted([2, 1]),
    max(1, nan), max(nan, 1), min(nan, 1))
print(0.0 == -0.0, str(-0.0), -0.0 + 0.0, -0.0 - 0.0, -0.0 * 5, 0.0 / -3, abs(-0.0), round(-0.4), -(0.0),
    +(-0.0), hash(0.0) == hash(-0.0))
print(bool(nan), bool(-0.0), int(1e18), int(-1.9), 1e308 * 10, -1e308 * 10, 5e-324 / 2, 2.0 ** 1023 * 2,
    1e16 + 1, 0.1 * 3, 1e-320)
for f in ((lambda: 1.0 / 0), (lambda: 0.0 / 0), (lambda: 1.0 // 0), (lambda: 1.0 % 0),
        (lambda: divmod(1.0, 0)), (lambda: int(inf)), (lambda: int(nan)), (lambda: round(inf)),
        (lambda: round(nan)), (lambda: 2.0 ** 10000), (lambda: 0.0 ** -1), (lambda: (-0.0) ** -3),
        (lambda: inf.as_integer_ratio()), (lambda: nan.as_integer_ratio())):
    try: print(f())
    except Exception as e: print(type(e).__name__, e)
print(inf > 10 ** 400, -inf < -10 ** 400, hash(inf), hash(-inf), inf == inf, -inf == inf, (-8.0) ** (1 / 3),
    (-1.0) ** 3, (-1.0) ** inf, 0.5 ** -inf, divmod(5.5, 2), divmod(-5.5, 2), divmod(5.5, -2),
    divmod(1e300, 1e-300)[0] > 1e300)
