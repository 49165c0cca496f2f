# Exact comparison of large integers with floats.
inf, nan = float('inf'), float('nan')
big = 2 ** 53
print(big == float(big), big + 1 == float(big), big + 1 > float(big), big + 1 < float(big + 2),
    float(big) < big + 1)
for n in 10 ** 30, -10 ** 30, 2 ** 1100, -2 ** 1100, 0, 1:
    print(n < inf, n > -inf, n == inf, n < nan, n > nan, n == nan, n != nan, n <= 1e308, n >= -1e308,
        n < 0.5)
print(10 ** 22 == 1e22, 10 ** 23 == 1e23, 10 ** 23 > 1e23, 3 ** 100 == float(3 ** 100),
    2 ** 200 == 2.0 ** 200)
print(hash(2 ** 200) == hash(2.0 ** 200), {2 ** 200: 'x'}.get(2.0 ** 200), 2.0 ** 200 in [2 ** 200],
    hash(10 ** 22) == hash(1e22))
print(sorted([2 ** 64, 1.8e19, 1e20, -2 ** 64, 2 ** 64 + 1, 1.8446744073709552e19]))
print(max(2 ** 1030, 1e308) == 2 ** 1030, min(-10 ** 400, -inf), 0.5 < 1 < 1.5 < 10 ** 20 < 1e21)
print(9007199254740993 == 9007199254740992.0, 9007199254740993 != 9007199254740992.0,
    4611686018427387905 == 4611686018427387904.0)
for f in ((lambda: float(10 ** 400)), (lambda: 10 ** 400 + 1.0), (lambda: 10 ** 400 * 0.5),
        (lambda: 2.0 - 10 ** 400), (lambda: complex(10 ** 400)), (lambda: 1j * 10 ** 400),
        (lambda: (10 ** 400) ** 1.5)):
    try: print(f())
    except OverflowError as e: print(e)
print(float(2 ** 1024 - 2 ** 970 - 1) == float(2 ** 1024 - 2 ** 971), float(2 ** 54 + 2),
    float(2 ** 54 + 6), float(2 ** 54 + 3))
