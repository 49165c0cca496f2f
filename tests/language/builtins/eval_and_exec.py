# eval and exec: namespaces, return values, code objects, nesting.
x = 'global x'
print(eval('x'), eval('1 + 2'), eval(' \t3'), eval('x', {'x': 'given'}), eval('x', {'x': 'g'}, {'x': 'l'}),
    eval('[x for x in range(3)]'), eval('lambda: x')(), exec('y = 5'), y, eval(b'7'), eval('(1,\n2)'))
ns = {}
exec('a = 1\ndef f(): return a\nclass C: v = a', ns)
print(ns['f'](), ns['C'].v, sorted(k for k in ns if k[0] != '_'))
ns['a'] = 2
print(ns['f']())
l = {}
exec('b = 1\ndef g(): return globals() is not None', {'q': 1}, l)
print(sorted(l))
exec('c = q', {'q': 9}, l)
print(l['c'])
def local_scope():
    z = 10
    print(eval('z'), eval('z + x'.replace('x', '1')), sorted(locals()))
    exec('z = 20'); exec('w = z'); print(z, 'w' in locals())
    return eval('[z for _ in range(2)]', {'z': 'from dict'})
print(local_scope())
class M(dict):
    def __missing__(self, k): return f'<{k}>'
    def __getitem__(self, k): return super().__getitem__(k) if k in self else self.__missing__(k)
print(eval('a + b', {}, M(a='A')), eval('foo', {}, M()))
exec('r = p + q', {}, m := M())
print(dict.get(m, 'r'))
c = compile('x + "!"', 'f', 'eval')
print(eval(c), eval(c, {'x': 'other'}))
c = compile('s = 0\nfor i in range(4): s += i', 'f', 'exec')
print(eval(c), s, exec(c, d := {}), d['s'])
for code in ('eval("")', 'eval("x = 1")', 'eval("1 2")', 'eval(5)', 'eval(None)', 'eval("nope")',
        'eval("1", 5)', 'eval("1", {}, 5)', 'exec(5)', 'exec("x = ")', 'exec("1/0")', 'exec("1", [])',
        'eval()', 'eval("x", {}, {}, {})', 'exec("raise ValueError(1)")', 'eval("import sys")',
        'eval("yield")', 'exec("return 1")', 'eval("x", globals=1)', 'eval("\\n")', 'exec("")',
        'eval("(")'):
    try: print(code, eval(code))
    except SyntaxError as e: print(code, '->', type(e).__name__, e.msg)
    except Exception as e: print(code, '->', type(e).__name__, e)
exec('def gen():\n yield from (1, 2)\nprint(list(gen()))')
exec('import math; print(math.floor(1.5))')
exec('for i in range(2):\n  print(i, end=" ")\nelse:\n  print("else")')
exec("exec('print(eval(\"1 + 1\"))')")
exec('global gg; gg = 1')
print(gg)
exec('if 1:\n\tprint("tabs")')
exec("x = 'rebound'")
print(x)
print(eval('globals() is g', {'g': globals()}) , eval('globals()["k"]', {'k': 'v'}),
    eval('locals()["k"]', {}, {'k': 'v'}), eval('__builtins__ is not None'))
