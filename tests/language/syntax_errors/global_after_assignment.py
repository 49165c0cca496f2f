# A name assigned before its global declaration; parameters may not be global.
for src in ['def f():\n x = 1\n global x', 'def f(x):\n global x',
        'def f():\n def g():\n  x = 1\n  nonlocal x', 'def f(x):\n nonlocal x',
        'def f():\n x: int\n global x', 'def f():\n global x\n x: int = 1',
        'def f():\n global x\n nonlocal x', 'def f():\n for x in y: pass\n global x',
        'class A:\n nonlocal x', 'def f():\n x = 1\n class A:\n  x\n  nonlocal x',
        'def f():\n import x\n global x', 'def f():\n def x(): pass\n global x',
        'def f():\n [x for x in y]\n global x', 'def f():\n (x := 1)\n global x',
        'def f():\n global x\n global x', 'x = 1\nglobal x', 'global y',
        'def f():\n try: pass\n except E as x: pass\n global x']:
    try: compile(src, 'x', 'exec'); print('ok')
    except SyntaxError as e: print(e.msg, e.lineno, e.offset)
