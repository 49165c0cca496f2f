# Refused uses of walrus in comprehensions and classes: texts through compile.
for src in ['[i := 0 for i in x]', '[[j := 0 for i in x] for j in x]', '[i for i in (j := x)]',
        '[i for i in x if (i := 1)]', 'class A:\n [a := 1 for b in c]', '[(a, b := 1) for x in y]',
        'f(a := 1 for x in y)', '[x for x in y, z]', '[x for x in *y]', '{x: y for *x in z}',
        '[x for x in lambda: y, 1]', '[*x for x in y]', '{**x for x in y}', '{x: **y for x in z}',
        '[for x in y]', '[x for in y]', '[x for x y]', '[x for x in]', '[x if y for x in z]',
        '[x for x in y if]', '(x for x in y', '[yield x for x in y]', 'def f(): [(yield x) for x in y]',
        'def f(): [x for x in (yield)]', '[x async for x in y]',
        'async def f(): return (x async for x in y)', 'def f(): return [await x for x in y]',
        '{a: b, c: d for x in y}', '{a, b for x in y}', '(a, b for x in y)', '[x for 1 in y]',
        '[x for f() in y]', '[x for x in y for]', 'class A:\n def f(self): [a := 1 for b in c]',
        '[lambda: (x := 1) for x in y]']:
    try: compile(src, 'x', 'exec'); print(repr(src), 'ok')
    except SyntaxError as e: print(repr(src), '|', e.msg, e.lineno,
            e.offset if e.msg != 'invalid syntax' else '')
