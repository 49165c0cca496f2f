# round, pow and abs for integers.
print([round(n, -1) for n in (5, 15, 25, 35, 14, 16, -5, -15, -25, -14, -16, 0)])
print(round(12345, -2), round(12355, -1), round(150, -2), round(250, -2), round(-150, -2), round(5, -5),
    round(10 ** 30 + 5, -1), round(7), round(7, 0), round(7, 3), round(1234, None))
print(pow(2, 100, 7), pow(2, 10 ** 20, 1000007), pow(-2, 3, 7), pow(3, -1, 11), pow(3, -2, 11),
    pow(5, 0, 1), pow(0, 0), pow(0, 0, 3), pow(-1, -1), pow(2, -3))
for f in ((lambda: pow(2, -1, 4)), (lambda: pow(2, 2, 0)), (lambda: pow(0, -1)), (lambda: pow(2, 0.5, 3)),
        (lambda: pow(0, -1, 7)), (lambda: round(5, 'a')), (lambda: round(5, 1.5))):
    try: print(f())
    except (ValueError, ZeroDivisionError, TypeError) as e: print(type(e).__name__, e)
print(abs(-5), abs(5), abs(-2 ** 80), abs(True), pow(10, -2), pow(10, 2), pow(2 ** 40, 3, 10 ** 9 + 7),
    pow(7, 1, -3), pow(7, 2, -10), type(pow(2, -1)), type(pow(True, True)))
print(pow(base=2, exp=5), pow(2, exp=5, mod=7), pow(2, 5, mod=None))
print(divmod(7, -2), divmod(-2 ** 70, 3), divmod(5, True))
