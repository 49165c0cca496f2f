# Starred expressions where they may not stand: texts through compile.
for src in ['*a', '*a = 1', 'x = *a', '*a, *b = c', '(*a)', 'print(*)', '[*]', '*a + 1', 'del *a',
        'for *a in b: pass', '{**a}', '{*a: 1}', '{**a: 1}', '(**a)', 'x = **a', 'f(**)', 'return_ = [**a]',
        'a if *b else c', 'lambda: *a', '*a, = b', '[*a] = b', 'x[*a]', 'x[*a:b]', 'x[**a]', 'assert *a',
        'if *a: pass', '(*a, *b) = c', 'with a as *b: pass', '*a: int = 1', '*a += 1', 'print(*a b)',
        'not *a', '(yield *a)', 'def f(): return *a', 'def f(): return *a, b', 'f(**a, *b)', '*(a), b = c',
        '{*a, **b}', '{a: 1, *b}', '{a, b: 1}', '{a: 1, b}', '{a:}', '{:1}', '{a: *b}', '{a: 1, **b, c}',
        'f(a=*b)', '*']:
    try: compile(src, 'x', 'exec'); print(repr(src), 'ok')
    except SyntaxError as e: print(repr(src), e.msg, e.lineno,
            e.offset if e.msg != 'invalid syntax' else '')
