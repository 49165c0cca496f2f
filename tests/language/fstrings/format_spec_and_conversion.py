# Conversions and nested format specifications call the right methods.
class L:
    def __init__(self, n): self.n = n
    def __str__(self): print('str', end=' '); return 'S' + self.n
    def __repr__(self): print('repr', end=' '); return 'R' + self.n
    def __format__(self, spec): print(f'format {spec!r}', end=' '); return 'F' + self.n
a = L('a')
print(f'{a}')
print(f'{a!s}')
print(f'{a!r}')
print(f'{a!a}')
print(f'{a:x}')
print(f'{a!r:>5}')
print(f'{a!s:^6}')
print(f'{a:{a}}')
print(f'{a:{a!r}x{1}}')
print(f'{a=}')
print(f'{a=:q}')
class Spec:
    def __format__(self, s): return 'spec<' + s + '>'
s, w, p = Spec(), 10, 3
print(f'{s:{w}}', f'{s:{w}.{p}}', f'{s:%H:%M}', f'{s:a{w!r}b{p:03}c}', f'{s: }', f'{s:}', f'{s::}',
    f'{s:!r}', f'{s:=^5}', f'{s:\n}')
v = 1234.5678
print(f'{v:,.2f}|{v:>{w}.{p}f}|{v:{"+"}{w}.1e}|{v:{w}}|{v:<{w}}|{v:^{w}.0f}|{v:0{w}.1f}')
for code in ("f'{v:d}'", "f'{\"a\":d}'", "f'{v:{s}}'", "f'{None:5}'", "f'{undefined}'", "f'{1/0}'",
        "f'{v:{\"zz\"}}'", "f'{[]:>5}'", "f'{\"x\":=5}'"):
    try: print(eval(code))
    except Exception as e: print(code, type(e).__name__, e)
