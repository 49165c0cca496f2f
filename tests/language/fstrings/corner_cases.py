# f-strings: nesting, specs, conversions, = forms, quotes, escapes, evaluation order, errors.
x, y, w, p = 5, 3.14159, 10, 3
s = "q'uo\"te"
class F:
    def __format__(self, spec): return f'<{spec}>'
    def __repr__(self): return 'F()'
    def __str__(self): return 'strF'
f = F()
print(f'{x}{y:.2f}{y:{w}.{p}}|{y!r:>{w}}|{x:0{w}d}|{x:{"0"}>{w}}|{x!s:^{w}}|')
print(f'{f}{f:}{f:a{x}b}{f!r}{f!s}{f!a}{f!r:>6}{f:{x}{{}}}' if False else f'{f}{f:}{f:a{x}b}{f!r}{f!s}{f!a}{f!r:>6}')
print(f'{x=} {x = } {x =:>4} {x=!r} {f=} {f=!s} {f=:q} {x+1=} {s=} {s=!s} {"a" + "b"=} { x = }|{(x:=7)=}')
print(f'{{}} {{{x}}} {{{{{x}}}}} }}{{ {"{"} {"}"} {"{}"} {{x}} {x}}}')
print(f'{"nested " + f"{x} {y:.1f}"} {x if x else y} {(lambda a: a + 1)(x)} {[i for i in range(3)]} { {1: 2}[1] } {{1, 2}} { {1, 2} }')
print(f'{x:%Y}' if False else '', f'{1_000:,} {255:#x} {-5:+d} {1e10:g} {True:d} {True} {None} {"t":5}| {"t":>5}|{3j:.1f}')
print(rf'\n{x}\t' rf"{x}\{y:.0f}" f'\x41\N{EURO SIGN}{x}\u00e9', 'plain {x}' f'{x}' 'plain {x}', f'', f'' 'a' f'', len(f'''
{x}
''' f"""a
{
x
}"""))
print(f'{x!r}' f'{x!s:}' f'{"é"!a}' f"{'a' 'b'}" f'{x,}' f'{x, y}' f'{*[1, 2],}' f'{x:{w}}' f'{yield_}' if (yield_ := 1) else '')
def order():
    log = []
    def t(v): log.append(v); return v
    r = f'{t(1)}{t(2):{t(3)}}{t(4)!r:>{t(5)}}{t(6)}'
    return r, log
print(order())
def inner():
    a = 1
    class C: b = f'{a}'; c = [f'{i}{a}' for i in range(2)]
    return (lambda: f'{a}')(), C.b, C.c, f'{(lambda: a)()}', f'{[a for a in "xy"]}'
print(inner())
async def co(): return f'{await aw()}'
async def aw(): return 5
try: co().send(None)
except StopIteration as e: print(e.value)
def gen(): got = f'{(yield 1)}{(yield 2)}'; yield got
g = gen(); print(next(g), g.send('a'), g.send('b'))
print(f'{x:{"{"}>4}' f'{"a":{"}"}<3}', f'{0x1f}', f'{0x1f:x}', f'{1.:}', f'{"!="!r} {1 != 2} {1 == 1} {x >= 5} {1 <= 2}', f'{x !r}' , f'{ x }')
for bad in ("f'{'", "f'}'", "f'{}'", "f'{ }'", "f'{x'", "f'{x!}'", "f'{x!z}'", "f'{x!rr}'", "f'{x!r '", "f'{x:{y:{z}}}'", "f'{x:{y:{z:{w}}}}'", "f'{!r}'", "f'{:x}'", "f'{=}'", "f'{x y}'", "f'{x;y}'", "f'{\\n}'", "f'{#}'", "f'{a[\"b\"]}'", "f'{lambda x: 1}'", "f'{x:=5}'", "f'{(x:=5)}'", "f'{x=y}'", "f'{*a}'", "f'{**a}'", "f'{a b c}'", "f'{a $ b}'", "f'{(}'", "f'{)}'", "f'{[}'", "f'{a]}'", "f'{\"s}'", "f'{a!r:}}'", "f'{{}'", "f'{}}'", "f'{a.}'", "f'{a:{}}'", "f'{a:{b'", "fb'x'", "f'{1:{2}'", "f'{a}{'", "f'{yield}'", "f'{await x}'", "f'{def f(): pass}'", "f'{import x}'", "f'{x = !}'", "f'\\N{x'", "f'\\N{no such name}'", "f'{\"\\\\n\"}'", "f'{a = b}'", "f'{a => b}'"):
    try: compile(bad, 's', 'eval'); print(bad, 'ok')
    except SyntaxError as e: print(bad, '->', e.msg, e.lineno, e.offset, e.end_offset, repr(e.text))
