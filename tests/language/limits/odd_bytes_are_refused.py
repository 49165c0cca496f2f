# Sources that are no text: broken UTF-8, NUL bytes, control characters, wrong declarations.
sources = [b'print(1)\n\0\n', b'\0', b'print("\xff")', b'x = "\xe2\x82', b'x = "\xed\xa0\x80"', b'\xff\xfep\0r\0', b'# coding: nope\nx',
    b'# coding: ascii\n"\xe9"', b'\xef\xbb\xbf# coding: latin-1\n', b'x\n\x1a', b'x = \x01', b'\\', b'\\\n', b'x = \\', b'"""', b"'", b'f"{', b'(', b')', b'@', b'$', b'?', b'!', b'`x`',
    b'x = 1__0', b'x = 0777', b'0xg', b'1.e', b'1_', b'0b2', b'0o8', b'"\\x"', b'b"\\x1"', b'"\\N{no such}"', b'"\\u12"', b'\xc2\xa0x', 'x = “a”'.encode(), 'x − y'.encode(), b'\x0c\x0c x', b' x', b'if 1:\n\tx\n        y']
for source in sources:
    try: compile(source, 'odd', 'exec')
    except (SyntaxError, ValueError) as e: print(source, type(e).__name__, str(e).replace('\0', '<NUL>'), getattr(e, 'offset', None))
    else: print(source, 'compiles')
for source in b'x = 1\rprint(x)\r\nprint(x)\n', b'\x0cx = 2\n\x0c\x0cprint(x)', b'\xef\xbb\xbfprint("mark")', b'# coding: latin-1\nprint(ascii("\xe9"))', b'#!x\n# vim: set fileencoding=utf-8 :\nprint(ascii("\xc3\xa9"))', b'# \xe9\nprint("comments are not looked into")', b'':
    exec(source)
for text in 'print(ascii("\x80é"))', '# coding: latin-1\nprint(ascii("é"))', '\ufeffprint("mark")':
    try: exec(text)
    except SyntaxError as e: print(e)
try: compile('x = "\ud800"', 'surrogate', 'exec')
except UnicodeEncodeError as e: print(e)
