# Which objects are callable and what their code tells.
def plain(a, b): pass
def gen(): yield
async def co(): pass
async def agen(): yield
def star(*a, **k): pass
def closure():
    x = 1
    def inner(): return x
    return inner
for f in plain, gen, co, agen, star, closure(), lambda x: x:
    c = f.__code__
    print(f.__name__, c.co_argcount, c.co_varnames, c.co_freevars,
        [n for n, b in dict(varargs=4, varkw=8, nested=16, generator=32, coroutine=128,
        asyncgen=512).items() if c.co_flags & b], c.co_firstlineno)
for o in plain, len, int, [].append, type, 5, None, 'x', [], lambda: 0, type('K', (),
        {'__call__': 1}), type('K', (), {'__call__': 1})(), type('K', (),
        {})(), staticmethod(len), classmethod(len), property(len), str.upper: print(callable(o), end=' ')
print()
def names():
    global G
    import sys as s
    x = y = 1
    for z in []: pass
    with open('/dev/null') as w: pass
    try: open
    except E as e: pass
    def inner(): return x
    class K: pass
    [q for q in y]
    del y
    return attr.chain(s)
k = names.__code__
print(k.co_varnames, k.co_cellvars, k.co_names, k.co_nlocals)
print([c.co_name for c in k.co_consts if hasattr(c, 'co_name')],
    [c.co_qualname for c in k.co_consts if hasattr(c, 'co_qualname')])
