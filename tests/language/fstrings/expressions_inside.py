# Expressions of every kind inside replacement fields.
x, d, f = 5, {'k': 1, 'l': [1, 2]}, lambda a, b=2: a + b
print(f'{x}{x + 1} {x * 2 - 1} {-x} {not x} {x if x > 3 else 0} {x > 3} {x == 5} {x != 5} {x <= 5} {x >= 1 and x < 9}')
print(f'{d["k"]} {d["l"][1]} {f(1)} {f(1, b=5)} {[i for i in range(3)]} {({1: 2}[1])} { {1: 2} } { {i for i in "a"} } {(1, 2)} {1, 2}')
print(f'{(lambda: 5)()} {(lambda q: q * 2)(x)} {"str"} {"a" "b"} {"in"!r} {x:d} {x!r:>3} {"x" if x else "y"} {x,}')
print(f'{x:{x}} {x:{x}d} {x:{"0"}{x}} {3.14159:.{x - 3}f} {x:>{x + len("ab")}}', f'{(y := 7)} {y}',
    f'{x:=5}', f'{x!s:=<3}')
print(f'''{
    x
    + 1
} {"multi"
   "line"}''')
print(f'{"{"} {"}"} {{x}} {{{x}}} {{{{}}}}', f'{x}}}', f'{{{{{x}', f'\n{x}\t{x!r}\\', rf'\n{x}\d{{',
    f"{'nested ' + f'{x}'}")
class O: attr = 'attribute'; m = lambda self: 'method'
o = O()
print(f'{o.attr} {o.m()} {o.attr[0:4]} {o.attr.upper()!r} {len(o.attr)} {[*range(3)]} {max(1, 2)} {None} {...} {1j}')
def gen():
    r = f'{(yield 1)} and {(yield 2)}'
    yield r
g = gen(); next(g); g.send('a'); print(g.send('b'))
print(f'{f"{x}"}', f'{f"{x}" + "!"}', f'''{f"{x:{f'{x}'}}"}''')
