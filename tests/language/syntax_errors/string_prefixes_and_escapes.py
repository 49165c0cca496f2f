# String literals that are refused: texts through compile.
for src in ["'a", "'a\n'", '"a\'', "'''a''", "b'é'", "b'\\x1'", "'\\x1'", "'\\u12'", "'\\U12'",
        "'\\N{zzz}'", "'\\N'", "ub'a'", "bu'a'", "rr'a'", "fb'a'", "ru'a'", "fr''", "bf'a'", "'a' b'b'",
        "b'a' f'b'", "f'a' b'b'", "'a' 'b", "'\\777' ''", "r'\\'", "'\\", "x'a'", "'a'5", "'a'b", "5'a'",
        "'''a\n\nb", "f'''{", "f'{a'b'}'", "'\\x'", "'\\u{41}'", "b'\\u41'", "u'\\ud800'", "''''",
        "'a''b''", '"""a""""', "'\n'", "'\\\n'", "f'{a!r:{b}}'", "'\\N{DASH'", "b'\\", "'\0'", "'\t'"]:
    try: compile(src, 'x', 'exec'); print(ascii(src), 'ok')
    except SyntaxError as e: print(ascii(src), '|', e.msg, e.lineno,
            e.offset if e.msg != 'invalid syntax' else '')
    except ValueError as e: print(ascii(src), '|', type(e).__name__, e)
