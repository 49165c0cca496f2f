# Source given as bytes: UTF-8 with and without mark, declared encodings.
exec(b'print("utf-8 \xc3\xa9")')
exec(b'\xef\xbb\xbfprint("bom \xc3\xa9")')
exec(b'# coding: latin-1\nprint("latin \xe9")')
exec(b'# -*- coding: ascii -*-\nprint("ascii")')
exec(b'#!shebang\n# vim: set fileencoding=iso-8859-1 :\nprint("second line \xe9")')
exec(b'\n\n# coding: latin-1\nprint("third line is no declaration")')
print(eval(b'"\xc3\xa9"'))
exec('# coding: latin-1\nprint("text ignores it é")')
for bad in b'"\xff"', b'# coding: nonsense\n1', b'# coding: ascii\n"\xe9"', b'\xef\xbb\xbf# coding: latin-1\n':
    try:
        exec(bad)
    except SyntaxError as e:
        print(type(e).__name__)
