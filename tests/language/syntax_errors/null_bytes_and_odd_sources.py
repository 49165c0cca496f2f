# Sources with NUL bytes, wrong types and wrong modes.
for src in 'x\0y', 'a = 1\n\0', '"\0"', b'x = "\0"':
    try: compile(src, 's', 'exec'); print('ok')
    except (SyntaxError, ValueError) as e: print(type(e).__name__, e)
for a in ((5, 's', 'exec'), ('1', 5, 'exec'), ('1', 's', 'nope'), ('1', 's', 5), ('1', 's'),
        (None, 's', 'exec'), ('1', 's', 'exec', 1 << 30), (['x'], 's', 'eval')):
    try: compile(*a); print('ok')
    except (TypeError, ValueError) as e: print(type(e).__name__, e)
for src, mode in (('', 'exec'), ('', 'eval'), ('', 'single'), ('1', 'eval'), (' 1', 'eval'),
        ('\n1\n', 'eval'), ('1;2', 'eval'), ('x=1', 'single'), ('if 1: 2', 'single'),
        ('if 1:\n 2', 'single'), ('if 1:\n 2\n', 'single'), ('1\n', 'single'), ('# c', 'exec'),
        ('# c', 'eval'), ('1 # c', 'eval'), ('def f(): pass', 'single'), ('1; 2', 'single')):
    try: compile(src, 's', mode); print(repr(src), mode, 'ok')
    except SyntaxError as e: print(repr(src), mode, e.msg)
exec(compile('1\n"two"\nNone\nx = 3', 's', 'exec'))
exec(compile('1; "two"; None; 3', 's', 'single'))
print(eval(compile('40 + 2', 's', 'eval')))
