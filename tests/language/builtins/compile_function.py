# compile: modes, flags, code attributes.
c = compile('a = 1\nb = a + 1\n', 'name.py', 'exec')
print(c.co_filename, c.co_name, c.co_names, c.co_argcount, c.co_varnames, type(c).__name__,
    c.co_firstlineno, c.co_flags & 0x40 >= 0)
exec(c); print(a, b)
print(eval(compile('2 * 21', '<s>', 'eval')), exec(compile('40 + 2', '<s>', 'single')),
    exec(compile('None', '<s>', 'single')), eval(compile('x', '', 'eval'), {'x': 5}))
f = compile('def f(p, q=1, *r, s, t=2, **u):\n "doc"\n v = p\n def g(): return v\n return g', 'm', 'exec')
ns = {}
exec(f, ns)
k = ns['f'].__code__
print(k.co_name, k.co_qualname, k.co_argcount, k.co_kwonlyargcount, k.co_posonlyargcount, k.co_varnames,
    k.co_cellvars, k.co_freevars, k.co_nlocals, k.co_consts[0], k.co_filename, k.co_firstlineno)
g = ns['f'](1, s=1)
print(g.__code__.co_freevars, g.__code__.co_name, g.__code__.co_qualname, g.__code__.co_filename)
def gen(): yield
async def co(): pass
async def ag(): yield
print([bool(x.__code__.co_flags & m) for x in (gen, co, ag, lambda: 0) for m in (0x20, 0x80, 0x200)],
    bool(k.co_flags & 4), bool(k.co_flags & 8))
print(c == compile('a = 1\nb = a + 1\n', 'name.py', 'exec'), c != f, hash(c) == hash(c), {c: 1}[c],
    repr(c).split(' at ')[0], c.co_code is not None)
r = k.replace(co_name='renamed')
print(r.co_name, k.co_name)
F = type(lambda: 0)
h = F(compile('lambda z: z * w', 'l', 'eval').co_consts[0], {'w': 3}, 'made')
print(h(4), h.__name__)
print(F(ns['f'].__code__, {}, 'n', (9,)).__defaults__, F((lambda: 5).__code__, {})())
for args in ((k,), (k, 5), (5, {}), (g.__code__, {}), (g.__code__, {}, 'n', None, (1,)),
        (g.__code__, {}, 'n', None, ())):
    try: F(*args); print('made')
    except (TypeError, ValueError) as e: print(type(e).__name__, e)
def count(n): return [l for _, _, l in count.__code__.co_lines() if l]
print(max(count(1)) >= min(count(1)))
