# split and rsplit by blanks and by separators, splitlines.
s = '  a  b\tc\n d  '
print(s.split(), s.split(None, 1), s.split(None, 2), s.split(None, 0), s.rsplit(None, 1), s.rsplit(None, 2),
    s.split(maxsplit=1), ''.split(), '   '.split(), 'x'.split())
print(s.split(' '), 'a,b,,c,'.split(','), 'a,b,c'.split(',', 1), 'a,b,c'.rsplit(',', 1), ','.split(','),
    ''.split(','), 'abc'.split('abc'), 'a--b---c'.split('--'), 'a--b---c'.rsplit('--'),
    'aXbXc'.split(sep='X', maxsplit=-1), 'aXbX'.rsplit('X', maxsplit=5))
print('a\u00a0b\u2003c\u3000d\x1ce\x85f\u200bg'.split(), 'é,ü'.split(','), '日本日本'.split('本'))
t = 'one\ntwo\r\nthree\rfour\x0bfive\x0csix\x1cseven\x1deight\x1enine\x85ten\u2028eleven\u2029end\n'
print(t.splitlines())
print(t.splitlines(True)[:3], t.splitlines(keepends=True)[-1], ''.splitlines(), '\n'.splitlines(),
    '\n\n'.splitlines(), 'a\n\nb'.splitlines(), 'a\r\n'.splitlines(True), 'x'.splitlines())
print('a=b=c'.partition('='), 'a=b=c'.rpartition('='), 'abc'.partition('='), 'abc'.rpartition('='),
    '='.partition('='), 'aXXb'.partition('XX'), ''.partition('x'))
for f in ((lambda: 'a'.split('')), (lambda: 'a'.rsplit('')), (lambda: 'a'.partition('')),
        (lambda: 'a'.split(1)), (lambda: 'a'.partition(None)), (lambda: 'a'.split(b',')),
        (lambda: 'a'.split(',', 'x')), (lambda: 'a'.rpartition())):
    try: print(f())
    except (ValueError, TypeError) as e: print(type(e).__name__, e)
