# str.format and format(): fields, nesting, conversions, and every way they are wrong.
class F:
    def __format__(self, spec): return f'<{spec}>'
    attr = {'k': [10, 20]}
class BadFormat:
    def __format__(self, spec): return 5
class Attr:
    def __getattr__(self, name): return name.upper()
    def __getitem__(self, key): return (key, type(key).__name__)
cases = ['{}', '{} {}', '{0} {0}', '{1} {0}', '{} {1}', '{0} {}', '{a}', '{a} {}', '{2}', '{b}', '{', '}', '{{', '}}', '{{}}', '{{{}}}', '{}}', '{0', '{0!', '{0!r', '{0!r:', '{0!x}', '{0!rr}', '{0!}', '{0! r}', '{:', '{:{}}', '{:{}}}', '{:{}{}}', '{:{a}}', '{:{:{}}}', '{0:{1}}', '{0.real}', '{0.nope}', '{0.}', '{0..a}', '{0[}', '{0[]}', '{0[1]}', '{0[a]}', '{a[0]}', '{a.__len__.__name__}', '{0]}', '{0[1]x}', '{ 0}', '{0 }', '{-1}', '{+1}', '{01}', '{1.5}', '{99999999999999999999}', '{!r}', '{!s:>5}', '{!a}', '{a!r:^7}', '{0:x}', '{0:5}|', '{0:<5}|', '{0:=5}', '{0:q}', '{0:\n}', '{:%}', '{:,}', '{:,,}', '{:_,}', '{:5.2}', '{:.}', '{:é>4}', '{:{{}', '{a:{b}}', '{0:0>4}', '{[0]}', '{.real}', '{}{a}{}', '{a]}', '{0:}}', '{0:{}', '{\n}', '{é}', '{0!s!r}', '{0:!r}', '{:z}', '{}' * 3]
for c in cases:
    for args in ((5, 3), ('txt', '>6')):
        try: print(repr(c), args, repr(c.format(*args, a='key')))
        except Exception as e: print(repr(c), args, type(e).__name__, e)
for c in ('{0:abc}', '{0:{1}}', '{0}', '{0!s:}', '{0.attr[k][1]}', '{0.attr[k][-1]}', '{0.attr[k][x]}', '{0.attr}', '{0:}}}', '{x.y.z}', '{x[0].a}', '{x[a][0]}', '{x[-1]}', '{x[ 1]}', '{x[0x1]}', '{x[1.5]}', "{x['a']}", '{x.a-b}', '{x.a b}', '{x[a]]}', '{x[[]}', '{bad}', '{bad!s}', '{bad:5}'):
    try:
        r = c.format(F(), '>3', x=Attr(), bad=BadFormat())
        print(repr(c), r if ' at 0x' not in r else 'default')
    except Exception as e: print(repr(c), type(e).__name__, e)
class Map(dict):
    def __missing__(self, key): return '?' + key
for c in ('{a} {b}', '{a.x}', '{}', '{0}', '{a[0]}', '{b:>5}'):
    try: print(c, c.format_map(Map(a='v')))
    except Exception as e: print(c, type(e).__name__, e)
for value in (None, [1], (1,), {}, {1}, object, int, range(2), F.attr, b'a', True, ...):
    for spec in ('', '5', '>10', 's', 'd'):
        try: print(repr(value)[:20], repr(spec), format(value, spec))
        except Exception as e: print(repr(value)[:20], repr(spec), type(e).__name__, e)
for spec in ('', '5', '<5', '>5', '^5', '^6', '.1', '5.1', 's', '*<4s', '.0', '05', '=5', '+', ' ', '#', ',', '_', 'd', '.', 'ss', 'z', '5c', '<<5', '\U0001f600^5', '0<5', '.99', '<.2', '0', '00', '0s', '-5'):
    try: print(repr(spec), repr(format('abc', spec)))
    except Exception as e: print(repr(spec), type(e).__name__, e)
