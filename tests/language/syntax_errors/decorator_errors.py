# Decorators without a definition, and definitions cut short: texts through compile.
for src in ['@x', '@x\n', '@x\nimport y', '@\ndef f(): pass', '@x y\ndef f(): pass', '@x\n@y\nz = 1',
        '@x def f(): pass', 'def f()', 'def f() ->: pass', 'def f() -> : pass', 'def f(): ', 'def f:',
        'def (): pass', 'def f(a: ): pass', 'def f() pass', 'class A', 'class A(', 'class A(:',
        'class A() pass', 'class: pass', 'class A:\n', 'def f(\n', 'if x:', 'if x:\n', 'for x in y:',
        'while x:', 'with x:', 'try:', 'try: pass', 'try: pass\nelse: pass',
        'try: pass\nfinally: pass\nexcept: pass', 'if x: pass else: pass', 'for x in y: for z in w: pass',
        'if x: if y: pass', 'x = if y', 'while True: x = 1; if y: z', 'lambda: return 1', 'lambda: x = 1',
        'lambda x: yield', 'with a, : pass', 'with (a, b) as c, : pass', 'with (a as b, c as d): pass',
        'with (a as b), c: pass', 'with a as b as c: pass', 'with a b: pass', 'async for x in y: pass',
        'async with x: pass', 'async lambda: 0', 'async class A: pass', 'def f(): async', 'print(a, end=)',
        'f(**a, b=1, *c)', 'f(a for b in c, d=1)', 'f(a=b for c in d)', 'class A(x for x in y): pass',
        'class A(*x, k=1, **y): pass', '@(yield)\ndef f(): pass', '@x := y\ndef f(): pass']:
    try: compile(src, 'x', 'exec'); print(repr(src), 'ok')
    except SyntaxError as e: print(repr(src), '|', type(e).__name__, e.msg, e.lineno,
            e.offset if e.msg != 'invalid syntax' else '')
