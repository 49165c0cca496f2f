# replace, strip family, center and friends, removeprefix and removesuffix.
print('aaa'.replace('a', 'b'), 'aaa'.replace('a', 'b', 2), 'abc'.replace('', '-'),
    'abc'.replace('', '-', 2), ''.replace('', 'x'), 'abc'.replace('b', ''), 'aXbX'.replace('X', 'é'),
    'éé'.replace('é', 'e'), 'abab'.replace('ab', 'ba'), 'a'.replace('a', 'a' * 3), 'abc'.replace('x', 'y'),
    'aaaa'.replace('aa', 'a', -1), 'abc'.replace('abc', '', 0))
print(repr('  a b \n'.strip()), repr('  a '.lstrip()), repr('  a '.rstrip()), 'xxaxx'.strip('x'),
    'abcba'.strip('ab'), 'abcba'.lstrip('ab'), 'abcba'.rstrip('ab'), repr('\u3000\xa0x\x85'.strip()),
    'éaé'.strip('é'), repr(' a '.strip(None)), 'a'.strip('a') == '', 'abc'.strip(''), repr('  '.strip()))
print('a'.center(5, '*'), 'ab'.center(5, '*'), 'abc'.center(6, '-'), 'a'.center(4, '.'),
    'ab'.center(7, '.'), 'abc'.ljust(5, '.'), 'abc'.rjust(5, '.'), 'abc'.ljust(2), 'abc'.center(1),
    repr('x'.center(4)), 'é'.rjust(3, '日'))
print('42'.zfill(5), '-42'.zfill(5), '+42'.zfill(6), ''.zfill(3), '--1'.zfill(5), 'abc'.zfill(2),
    '-'.zfill(3), 'é'.zfill(3))
print('prefix-x'.removeprefix('prefix-'), 'abc'.removeprefix('b'), 'abcabc'.removesuffix('abc'),
    'abc'.removesuffix(''), 'abc'.removeprefix(''), 'aa'.removeprefix('a'))
print(repr('a\tb\tc'.expandtabs()), repr('a\tb'.expandtabs(4)), repr('\t\n\tx'.expandtabs(2)),
    repr('a\tb'.expandtabs(0)), repr('abcdefgh\ti'.expandtabs()), repr('é\tx'.expandtabs(3)),
    repr('a\r\tb'.expandtabs(4)), repr('\t'.expandtabs(tabsize=1)))
for f in ((lambda: 'a'.center(5, 'ab')), (lambda: 'a'.ljust(5, '')), (lambda: 'a'.replace('a')),
        (lambda: 'a'.replace(1, 2)), (lambda: 'a'.strip(1)), (lambda: 'a'.center('x')),
        (lambda: 'a'.zfill()), (lambda: 'a'.removeprefix(1)), (lambda: 'a'.rjust(5, 1)),
        (lambda: 'a'.replace('a', 'b', 'c')), (lambda: 'a'.replace('a', 'b', count=1))):
    try: print(f())
    except TypeError as e: print(e)
