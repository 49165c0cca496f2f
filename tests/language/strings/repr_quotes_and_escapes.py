# repr of strings: quote choice, escapes, printable and unprintable characters.
for s in ['a', "it's", 'say "hi"', 'both \' and "', '\\', '\n\r\t', '\0\x01\x1f\x7f', '\x80\x9f\xa0\xad\xff', 'é', '日本',
          '\u200b\u2028\ufeff\ufffd', '😀', '\U0010ffff', '\ud800', '\u0378', 'e\u0301', '\t\'"', '\x1b[0m', '\ue000', '\u00a0 \u3000']:
    r = repr(s)
    print(ascii(r), ascii(s), len(s), eval(r) == s, s.isprintable())
print(ascii('é日😀\n'), ascii(['é']), ascii('"\''), '%a' % 'é', '{!a}'.format('é'), f'{"é"!a}')
print([s for s in ('a', 'b')], ('a',), {'k': 'v'}, {'x'}, str(['\n']), str({'é': '\t'}))
print(repr('\\n'), repr('\\\n'), repr(r'\x00'), str('\n') == '\n', repr(str))
