# Unary operators and conversions through special methods: results checked, fallbacks, errors.
class Gives:
    def __repr__(self): return 'Gives'
    def __init__(self, value): self.value = value
for name in ('__neg__', '__pos__', '__invert__', '__abs__', '__int__', '__float__', '__complex__', '__index__', '__bool__', '__len__', '__hash__', '__str__', '__repr__', '__bytes__', '__format__', '__round__', '__trunc__', '__floor__', '__ceil__', '__iter__', '__next__', '__reversed__', '__length_hint__', '__dir__', '__contains__', '__sizeof__', '__fspath__'):
    values = 5, -3, True, 1.5, '/no/such', b'b', None, NotImplemented, [1], 2 ** 70, 1j, iter([1])
    uses = {'__neg__': ['-x'], '__pos__': ['+x'], '__invert__': ['~x'], '__abs__': ['abs(x)'], '__int__': ['int(x)'], '__float__': ['float(x)', 'math.sqrt(x)', 'complex(x)'], '__complex__': ['complex(x)'],
        '__index__': ['[1, 2, 3, 4, 5, 6][x]', 'int(x)', 'hex(x)', 'range(x)', 'float(x)', '"a" * x', 'round(1.5, x)', 'chr(x)', '[0] * 3 == [0][:x]'], '__bool__': ['bool(x)', 'not x', '1 if x else 2'], '__len__': ['len(x)', 'bool(x)'],
        '__hash__': ['hash(x)', '{x: 1}.keys() and 1'], '__str__': ['str(x)', 'f"{x}"', 'print(x)', 'format(x)', '"%s" % x'], '__repr__': ['repr(x)', 'str(x)', 'f"{x!r}"', '"%r" % x', '[x].__repr__()', 'ascii(x)'], '__bytes__': ['bytes(x)', 'b"%s" % x'],
        '__format__': ['format(x)', 'f"{x:spec}"', '"{:>4}".format(x)'], '__round__': ['round(x)', 'round(x, 1)'], '__trunc__': ['math.trunc(x)'], '__floor__': ['math.floor(x)'], '__ceil__': ['math.ceil(x)'],
        '__iter__': ['list(x)', 'iter(x) and 1', '1 in x', 'tuple(x)', '[*x]', 'dict(x)'], '__next__': ['next(x)'], '__reversed__': ['list(reversed(x))'], '__length_hint__': ['1'], '__dir__': ['dir(x)'], '__contains__': ['1 in x', '1 not in x'], '__sizeof__': ['x.__sizeof__()'], '__fspath__': ['open(x)']}[name]
    for value in values:
        if value is True and name in ('__int__', '__index__') or value is NotImplemented and name == '__contains__': continue
        kind = type('K', (Gives,), {name: lambda self, *args: self.value})
        x = kind(value)
        for use in uses:
            import math
            try: r = eval(use)
            except Exception as e: r = type(e).__name__ + ': ' + str(e)
            if ' at 0x' in str(r): r = 'default text'
            print(name, repr(value) if not hasattr(value, '__next__') else 'iterator', use, '->', r if not hasattr(r, '__next__') else 'iterator')
    for use in uses:
        x = Gives(0); x.__dict__[name] = lambda *a: 1
        try: r = eval(use)
        except Exception as e: r = type(e).__name__ + ': ' + str(e)
        if ' at 0x' in str(r) or use.startswith(('hash', 'dir')): r = 'default'
        print(name, 'on the instance', use, r)
