# Numeric builtins with user types and mixed arguments.
print(divmod(7, 3), divmod(-7, 3), divmod(7.5, 2), divmod(2 ** 70, 7), divmod(True, 1), pow(2, 3),
    pow(2, 3, 5), pow(2.0, 3), pow(4, -1), pow(2, 0.5), pow(-8, 1 / 3) == (-8) ** (1 / 3), abs(-5),
    abs(-1.5), abs(3 + 4j), abs(True), abs(-2 ** 70), round(2.5), round(-2.567, 2), round(12345, -2))
class N:
    def __divmod__(self, o): return 'divmod', o
    def __rdivmod__(self, o): return 'rdivmod', o
    def __pow__(self, e, m=None): return 'pow', e, m
    def __rpow__(self, b, m=None): return 'rpow', b
    def __abs__(self): return 'abs'
    def __round__(self, n=None): return 'round', n
n = N()
print(divmod(n, 1), divmod(1, n), pow(n, 2), pow(n, 2, 3), pow(2, n), abs(n), round(n), round(n, 3),
    round(n, None))
for code in ('divmod(1, 0)', 'divmod(1.5, 0)', 'divmod("a", 1)', 'divmod(1j, 1)', 'divmod(1)',
        'pow("a", 2)', 'pow(1, "a")', 'pow(2, 3, "a")', 'pow(2, -1, 6)', 'pow(2.0, 1, 2)', 'pow(2, 3, 0)',
        'pow(0, -1)', 'abs("a")', 'abs(None)', 'abs()', 'round("a")', 'round(1.5, "a")', 'round(None)',
        'round()', 'round(1, 2, 3)', 'round(1j)', 'pow(2, 3, 4, 5)', 'pow(2)', 'abs([])', 'round(object())',
        'divmod(None, None)', 'pow(0.0, -1)', 'round(2 ** 70, -70)', 'round(1e308, -308)',
        'round(float("nan"))', 'round(float("inf"), 2)'):
    try: print(code, eval(code))
    except Exception as e: print(code, '->', type(e).__name__, e)
