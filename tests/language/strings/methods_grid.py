# str methods over a grid of receivers and arguments, none failing.
texts = '', 'a', 'abc', 'aXbXc', '  pad \t', 'ǅeﬁ ß', 'line\nb\r\nc\x1dd\u2028e', 'ababab', '-00.5', 'Ünïcode', '\u0130I', '١٢٣', '²½', 'x' * 3 + 'é'
def row(name, *args): print(name, args, [getattr(t, name)(*args) for t in texts])
for name in ('upper', 'lower', 'title', 'capitalize', 'swapcase', 'casefold', 'strip', 'lstrip', 'rstrip', 'split', 'rsplit', 'splitlines', 'isalnum', 'isalpha', 'isascii', 'isdecimal',
        'isdigit', 'isidentifier', 'islower', 'isnumeric', 'isprintable', 'isspace', 'istitle', 'isupper', 'expandtabs', '__len__', '__repr__', 'encode'): row(name)
for a in ('a', '', 'b', 'X', 'ab', 'é', '\n'):
    for name in ('find', 'rfind', 'count', 'startswith', 'endswith', 'strip', 'lstrip', 'rstrip', 'removeprefix', 'removesuffix', '__contains__', '__eq__', '__lt__', '__add__', 'join'): row(name, a)
    if a:
        for name in ('split', 'rsplit', 'partition', 'rpartition'): row(name, a)
for a in (('a', 1), ('b', -2), ('', 2, 1), ('', 50), ('a', 0, -1), ('ab', -3), ('b', None, 2), ('', 0, 0), ('', 3, 3)):
    for name in ('find', 'rfind', 'count', 'startswith', 'endswith'): row(name, *a)
for n in (0, 1, 2, -1):
    for name in ('split', 'rsplit'): row(name, None, n); row(name, 'a', n)
    row('replace', 'a', 'ZZ', n); row('replace', '', '.', n); row('__mul__', n)
for n in (0, 4, 7):
    row('zfill', n); row('center', n, '*'); row('ljust', n); row('rjust', n, 'é'); row('expandtabs', n)
row('replace', 'ab', ''); row('replace', 'b', 'bb'); row('splitlines', True); row('startswith', ('b', 'a', '')); row('endswith', ()); row('translate', {97: 'AA', 98: None, 'é': 'no', 233: 101})
row('__getitem__', slice(1, None, 2)); row('__getitem__', slice(None, None, -1)); row('__format__', '*^8.3'); row('maketrans', 'ab', 'cd', 'e') if 0 else print(str.maketrans('ab', 'cd', 'e'))
