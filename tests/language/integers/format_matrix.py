# format() of integers: every presentation type, sign, alternate form, width, grouping.
values = 0, 7, -7, 255, -1234567, 2 ** 70, True
for spec in ('', 'd', 'n', 'b', '#b', 'o', '#o', 'x', '#x', 'X', '#X', 'c', 'e', 'f', 'g', '%', '+', ' ', '-', '+x',
        '10', '<10', '^10', '>10', '=10', '010', '+010', '*^+12', '0=10', ',', '_', '_x', '_b', '#_x', '15,', '015,',
        '020_b', '.2f', '12.3e', '+.1%', 'é^9', '{^9', '08,', '#010x', '#_b', '-10', '>', '1'):
    row = []
    for v in values:
        try: row.append(format(v, spec))
        except (ValueError, OverflowError) as e: row.append(str(e))
    print(repr(spec), row)
for spec in ('z', 'zd', '.3', '.3d', ',x', ',_', '_,', 's', 'q', '#s', '10.', '+c', '#c', ',c', '_c', '=', '\x00', 'é', 'dd', '5d5',
        ',n', '_n', '99999999999999999999', '.99999999999999999999f', ' +', '01', 'z.2f', '#,b'):
    for v in (12, -3):
        try: print(repr(spec), repr(format(v, spec)))
        except Exception as e: print(repr(spec), type(e).__name__, e)
for v in (-1, 0x110000, 0x10ffff, 65, 0xd800, 2 ** 40):
    try: print(ascii(format(v, 'c')), ascii(format(v, '*^5c')))
    except Exception as e: print(type(e).__name__, e)
class I(int):
    def __str__(self): return 'str'
    def __repr__(self): return 'repr'
print(format(I(5)), format(I(5), 'd'), format(I(5), '>4'), f'{I(5)!r:>6}|{I(5)!s}', '%d %s %r' % (I(5), I(5), I(5)), str(I(5)), '{:x}'.format(I(255)))
