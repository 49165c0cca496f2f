# SyntaxErrors of exec, eval and compile as they are shown: file, line, source line and caret.
import sys
sources = ['x = (', 'x = )', 'if 1:\npass', 'é = 日本 5', "f'{a b}'", 'def f():\n  return\n return', 'x = 1\n y = 2', 'for x in y z: pass', '"abc', 'x = """abc', 'a b c', 'print "hello"', 'class A\n pass', 'x = 5 if y', 'import a.b as', 'from x import (a, b', '{1: 2, 3}', 'f(a=1, a=2)', 'f(x for x in y, 1)', 'lambda: (yield) = 1',
    'return 5', 'def f():\n    x = 1\n    global x', 'def f(a, a): pass', 'break', 'nonlocal x', '*a', 'del f()', 'x + 1 = 2', 'None = 1', 'a, b += 1', 'async def f(): [await x for y in z', 'await x', 'yield', '0777', '1__0', '0xg', "'\\N{nope}'", "'\\x4'", "b'é'", '\tx = 1\n        y = 2', 'if 1:\n\tx\n        y', 'x = \\ y', 'x $ y', 'x = “a”', '\x01', 'try: pass', 'else: pass', 'with open(x) as 1: pass', 'match x:\n case a | b: pass', 'from __future__ import nope', 'x\n' * 3 + 'y z', '(\n1,\n2 3\n)', 'f(\n  a\n  b)', "x = '''\n''' y", 'raise x from', '@', 'def f(*): pass', 'x: int: str', 'a := 1', '(a.b := 1)', 'x = {**}', 'assert', 'a.1', '1.a', 'not', 'x = yield = 1', 'import *', 'global', "f'{'", "f'}'", "f'{}'", 'x' * 300 + ' y']
for source in sources:
    for mode in 'exec', 'eval':
        if mode == 'eval' and '\n' in source: continue
        try: compile(source, f'<{mode}>', mode)
        except SyntaxError as e: sys.excepthook(type(e), e, None)
for values in (('m',), ('m', ('f', 1, 2, 'text')), ('m', ('f', 2, 3, 'some text', 2, 7)), ('m', ('f', 2, 3, '   some text\n', 2, 7)), ('m', (None, None, None, None)), ('m', ('f', 1, 0, 'text')), ('m', ('f', 1, 99, 'text')), ('m', ('f', 1, 2, None)), ('m', ('f', 5, 2, 'a\nb\nc', 6, 1)), (), (5,), ('m', ('f', 'x', 'y', 'z'))):
    for kind in SyntaxError, IndentationError:
        e = kind(*values)
        print(e, e.args, e.msg, e.lineno, e.offset, e.text, e.end_lineno, e.end_offset, e.filename, e.print_file_and_line)
        sys.stdout.flush()
        sys.excepthook(kind, e, None)
for bad in (('m', 5), ('m', ('f',)), ('m', ('f', 1, 2, 't', 3)), ('m', ('f', 1, 2, 't', 3, 4, 5))):
    try: print(SyntaxError(*bad))
    except (TypeError, IndexError, ValueError) as e: print(type(e).__name__, e)
