# Parameter lists with stars that are refused: texts through compile.
for src in ['def f(*): pass', 'def f(*, **k): pass', 'def f(**k, a): pass', 'def f(*a, *b): pass',
        'def f(a, /, b, /): pass', 'def f(/): pass', 'def f(/, a): pass', 'def f(*, /): pass',
        'def f(*a, /): pass', 'def f(**k, *a): pass', 'def f(a=1, /, b): pass', 'def f(*a=1): pass',
        'def f(**k=1): pass', 'def f(a, (b, c)): pass', 'def f(a b): pass', 'def f(1): pass',
        'def f("a"): pass', 'def f(a.b): pass', 'def f(None): pass', 'def f(a, *, b, c=1, d): pass',
        'lambda *: 0', 'lambda a, a: 0', 'lambda a=1, b: 0', 'lambda **k, a: 0', 'lambda *, **k: 0',
        'lambda (a): 0', 'lambda /: 0', 'def f(a, a=1): pass', 'def f(a:int b): pass', 'def f(a=): pass',
        'def f(,a): pass', 'def f(*, a, *b): pass', 'lambda a:int: 0', 'def f(a,,b): pass',
        'class C(a b): pass', 'class 1C: pass']:
    try: compile(src, 'x', 'exec'); print(src, '| ok')
    except SyntaxError as e: print(src, '|', e.msg, e.lineno, e.offset if e.msg != 'invalid syntax' else '')
