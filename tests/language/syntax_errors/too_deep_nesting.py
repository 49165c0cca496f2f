# Nesting beyond the limits is refused with an error, never a crash.
# heavy
def deep_blocks(n): return ''.join(' ' * i + 'if 1:\n' for i in range(n)) + ' ' * n + '1'
for src in ('(' * 250 + ')' * 250, '[' * 1000, '(' * 100000, '{' * 300, 'x' + '(' * 300 + ')' * 300,
        deep_blocks(120), deep_blocks(99)):
    try:
        compile(src, 'deep', 'exec')
        print('ok', len(src))
    except SyntaxError as e:
        print(len(src), type(e).__name__, e.msg)
# These have no limit of their own: they compile or are refused, as the interpreter sees fit.
for src in ('-' * 100000 + '1', 'not ' * 100000 + '1', 'a.' * 100000 + 'b', 'lambda: ' * 100000 + '1',
        '**'.join(['1'] * 100000), 'a[' * 199 + ']' * 199):
    try: compile(src, 'deep', 'exec')
    except (SyntaxError, RecursionError, MemoryError): pass
    print('survived', len(src))
# Width is no depth.
for src in ('((' + '1,' * 100000 + '))', 'x = 1\n' * 10000, '+'.join(['1'] * 2000),
        'f(' + 'a,' * 5000 + ')', '[' * 199 + ']' * 199):
    compile(src, 'wide', 'exec')
    print('ok', len(src))
