# % formatting: every conversion with flags, width and precision against every kind of value.
class Ix:
    def __repr__(self): return 'Ix'
    def __index__(self): return 42
class Int:
    def __repr__(self): return 'Int'
    def __int__(self): return 43
class Float:
    def __repr__(self): return 'Float'
    def __float__(self): return 2.5
class Text:
    def __str__(self): return 'text'
    def __repr__(self): return 'repr'
values = 0, -7, 255, 2 ** 70, True, 1.5, -0.0, float('inf'), float('nan'), 1e100, 'é', 'ab', b'b', None, [1], (1,), {'k': 1}, 1j, Ix(), Int(), Float(), Text()
for spec in ('%d', '%i', '%u', '%x', '%#X', '%o', '%#o', '%e', '%.2f', '%g', '%G', '%#g', '%F', '%c', '%s', '%r', '%a', '%5d', '%-5d|', '%05d', '%+d', '% d', '%.3d', '%+.3x', '%#06x', '%-#6o|', '%.0s', '%.1s', '%5s', '%-5s|', '%05s', '%+s', '%.3r', '%08.2f', '%+08.1e', '%3c', '%-3c|', '%ld', '%hd', '%.0f', '%#.0e'):
    row = []
    for v in values:
        try: r = spec % (v,)
        except Exception as e: r = type(e).__name__ + ' ' + str(e)
        row.append(r if len(r) < 90 else (len(r), r[:10]))
    print(spec, row)
for text, args in (('%', 1), ('%%', ()), ('a%', ()), ('%5', 1), ('%.', 1), ('%d %d', 1), ('%d', ()), ('%d', (1, 2)), ('', 1), ('', ()), ('', {}), ('', []), ('', 'a'), ('%s', ()), ('%s', ((),)), ('%s', []), ('%(a)s', {'a': 1}), ('%(a)s', 1), ('%(a)s', (1,)), ('%(b)s', {'a': 1}), ('%(a', {'a': 1}), ('%(a)', {'a': 1}), ('%()s', {'': 5}), ('%(a(b))s', {'a(b)': 6}), ('%(a)s %s', {'a': 1}), ('%s', {'a': 1}), ('%s %(a)s', {'a': 1}), ('%*d', (5, 1)), ('%-*d|', (5, 1)), ('%*d', (-5, 1)), ('%.*f', (2, 1)), ('%.*f', (-2, 1)), ('%*d', ('a', 1)), ('%*d', (1,)), ('%*.*f', (8, 2, 3.14159)), ('%(a)*d', {'a': 1}), ('%z', 1), ('%y', 1), ('%é', 1), ('%\n', 1), ('%l', 1), ('%ll', 1), ('%-', 1), ('%#', 1), ('%c', 'ab'), ('%c', ''), ('%c', 0x110000), ('%c', -1), ('%c', 1.5), ('%c', b'a'), ('%c', 0x1f600), ('%s%%%s', (1, 2)), ('%5%', ()), ('%d%%', 50), ('%s', range(3)), ('%(a)s%(a)r', {'a': 'é'}), ('%i', '5'), ('%f', '5'), ('%x', 1.0), ('%x', '1'), ('%d', None), ('%d', 1j), ('%d', float('inf')), ('%d', float('nan')), ('%f', 10 ** 400), ('%s' * 3, (1, 2)), ('%%%', 1)):
    try: print(repr(text), args, ascii(text % args))
    except Exception as e: print(repr(text), args, type(e).__name__, ascii(str(e)))
class M:
    def __getitem__(self, k): return k * 2
class L(list):
    pass
class D(dict):
    def __missing__(self, k): return 'missing ' + k
for text, args in (('%(ab)s', M()), ('%s', M), ('x', M()), ('%(q)s', D()), ('', L()), ('%s', L([1]))):
    try: r = text % args; print(text, r)
    except Exception as e: print(text, type(e).__name__, e)
class S(str):
    def __mod__(self, o): return 'mod'
    def __rmod__(self, o): return 'rmod'
print('%s' % S('a'), S('%s') % 1, 5 % S('x') if 1 else 0, type('%s' % S('a')).__name__, '%s' % (S('b'),), ['%s' % x for x in (S('c'), Text())])
