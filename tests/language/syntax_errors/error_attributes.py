# Attributes of SyntaxError objects, and how they are built by hand.
def show(src, mode='exec'):
    try: compile(src, 'file.py', mode)
    except SyntaxError as e: print(type(e).__name__, e.filename, e.lineno, e.offset, repr(e.text and e.text.rstrip()), e.msg, e.print_file_and_line)
show('x = 1\ny = (2\n'); show('a b'); show('  x'); show('if 1:\nx'); show('é = 1 2'); show('x = "abc'); show('f(a for a in b, c)')
show('x = 1', 'eval'); show('a = 1\n  b = 2'); show('def f(:\n pass'); show('return 5'); show('x\ty = 1'); show('(\n1 2\n)')
e = SyntaxError('msg', ('f', 3, 2, 'text\n', 3, 5)); print(e, e.args, e.filename, e.lineno, e.offset, e.text, e.end_lineno, e.end_offset, e.msg)
e = SyntaxError('msg', ('f', 3, 2, 'text')); print(e, e.end_lineno); e = SyntaxError('only'); print(e, e.lineno, e.filename, e.msg); print(SyntaxError(), SyntaxError().msg, SyntaxError(1, (2, 3, 4, 5)))
for a in ('m', (1, 2)), ('m', 5), ('m', ('f', 1, 2, 't', 5)), ('m', None), ('m', [1, 2, 3, 4]):
    try: print(SyntaxError(*a))
    except (TypeError, IndexError) as x: print(type(x).__name__, x)
print(IndentationError.__mro__[1].__name__, TabError.__mro__[1].__name__, str(SyntaxError('m', ('path/to/f.py', 7, 1, 'x'))), repr(SyntaxError('m', ('f', 1, 1, 't'))))
e = SyntaxError('m', ('f', None, None, None)); print(e); e.lineno = 5; print(e); e.filename = None; print(e)
