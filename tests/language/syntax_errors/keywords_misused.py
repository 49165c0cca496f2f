# Keywords out of place: texts through compile.
for src in ['def', 'class', 'def class(): pass', 'for', 'while', 'if', 'else: pass', 'elif x: pass',
        'except: pass', 'finally: pass', 'lambda', 'lambda x', 'return = 1', 'import = 1', 'x = pass',
        'pass x', 'break 1', 'with', 'with a as', 'in x', 'x in', 'is', 'not', 'x not', 'x is not', 'and x',
        'x or', 'assert', 'assert x,', 'raise from x', 'raise x from', 'del', 'global', 'nonlocal',
        'global x, ', 'async x', 'async def', 'await', 'as x', 'from', 'yield = 1', 'x = yield = 1',
        'def f(): yield = 1', 'None.x', 'x.None', 'x.if', 'class None: pass', 'def True(): pass',
        'import None', 'import a as None', 'from a import None', 'try: pass\nexcept A as None: pass',
        'f(None=1)', 'lambda None: 0', 'def f(True): pass', 'x = True = 1', 'print x', 'print x, y',
        'exec x', 'a b', 'a b c', 'if x y: pass', 'x y = 1', '1 2', '"a" 1', 'a ? b : c', 'a && b',
        'a || b', '!a', 'a++', '++', 'a <> b', 'a =< b', 'a => b', 'a === b', 'x = = 1', 'a ** ', '@', '@x',
        '@x\ny = 1', ':', '->', 'a -> b', 'x = 1;;', ';', '(,)', '[,]', '{,}', 'a,,b', 'f(,)', 'f(a,,b)',
        '.5.', 'a..b', 'a.', '.a', 'a[', 'a[]', 'a[1', 'a(1', '{1', '{1:', '$a', '?', 'a$', '`a`', '"', "'",
        '"""', "f'{", '\\', '\\x', '#']:
    try: compile(src, 'x', 'exec'); print(repr(src), 'ok')
    except SyntaxError as e: print(repr(src), '|', e.msg, e.lineno,
            e.offset if e.msg != 'invalid syntax' else '')
