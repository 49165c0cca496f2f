# \N, \u, \U, \x escapes, and malformed ones.
print('\N{LATIN SMALL LETTER E WITH ACUTE} \N{greek small letter alpha} \N{EURO SIGN} \N{GRINNING FACE} \N{SPACE}| \N{LINE FEED}|'.replace('\n',
    '<LF>'))
print(ascii('\N{ZERO WIDTH JOINER}\N{CJK UNIFIED IDEOGRAPH-4E00}\N{HANGUL SYLLABLE GAG}\N{BELL}'))
print('\u00e9\u65e5\U0001F600 \x41\101\60' == 'é日😀 AA0', ascii('\U0010FFFF'), '\u0041bc')
for src in [r"'\x4'", r"'\xg0'", r"'\u123'", r"'\U00110000'", r"'\U1234567'", r"'\N{nope}'", r"'\N'",
        r"'\N{}'", r"'\N{EURO'", r"b'\x4'", r"b'\xzz'", r"'\x'", r"'abc\u12'"]:
    try: print(ascii(eval(src)))
    except SyntaxError as e: print(src, '->', e.msg)
print(b'\u0041\N{X}' == b'\\u0041\\N{X}', len(r'\u0041'), r'\N{EURO SIGN}')
print(ascii('tab\there'), '\a\b\f\v\r'.encode(), '\'\"\\\
joined')
