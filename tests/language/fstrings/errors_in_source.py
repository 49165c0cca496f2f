# Bad replacement fields are syntax errors; messages.
for src in ["f'{}'", "f'{ }'", "f'{x'", "f'}'", "f'{x!}'", "f'{x!z}'", "f'{x!r'", "f'{x:'", "f'{x:{y'",
        "f'{a b}'", "f'{*a}'", "f'{**a}'", "f'{x = y}'", "f'{lambda x: 1}'", "f'{x!rr}'", "f'{!r}'",
        "f'{:5}'", "f'{x\\n}'", "f'{#}'", "f'{(}'", "f'{)}'", "f'{]}'", "f'{a[b}'", "f'{a + }'",
        "f'{yield'", "f'{import x}'", "f'{x:{y:{z}}}'", "f'{x y:5}'", "f'{1 = 2}'", "f'{return}'", "f'{{}'",
        "f'{=}'", "f'{\"'", "f'{x:}}'", "f'{x!s!r}'", "f'{x ! r}'", "fb'x'", "f'{a:=}'", "f'{*a, *b}'",
        "f'{await x}'", "f'{0x}'", "f'{\\x41}'"]:
    try: eval(compile(src, '<f>', 'eval'), {'a': [1, 2], 'b': 'b', 'x': 1, 'y': 2, 'z': 3}); print(src,
            'ok')
    except SyntaxError as e: print(src, '->', e.msg)
    except Exception as e: print(src, '=>', type(e).__name__, e)
