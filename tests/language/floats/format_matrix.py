# format() of floats: presentation types with precision, sign, z, grouping, special values.
inf, nan = float('inf'), float('nan')
values = 0.0, -0.0, 1.0, -1.5, 123456.789, 1e22, 1e-7, 5e-324, 1.7976931348623157e308, inf, -inf, nan, 0.1 + 0.2, 2.5, 1e16, 123456789012345678.0
for spec in ('', 'e', 'E', '.0e', '.3E', 'f', 'F', '.0f', '#.0f', '.1f', '.10f', 'g', 'G', '.0g', '.3g', '#.3g', '#g', '.20g', 'n', '%', '.0%',
        '.1%', '+', ' ', '10.2f', '<10.2f', '^10.2f', '=+10.2f', '010.2f', ',', ',.2f', '_', '_.3f', '020,.2f', '.3', '.0', '.1', '.17', '#', '#.2',
        'z', 'z.1f', 'z.0f', '+z.2e', 'z%', '12', '*^12g', '.15g', '015', '+,.1f', 'zg'):
    row = []
    for v in values:
        try: row.append(format(v, spec)[:50])
        except (ValueError, OverflowError) as e: row.append(str(e))
    print(repr(spec), row)
for spec in ('d', 'x', 'b', 's', 'c', ',n', '.', '.-1f', 'zd', '#zf', ' z', 'z+', '.9999999999f', '1.5.2f', 'ff', '_,f', ',.2', '99999999999f'):
    try: print(repr(spec), repr(format(1.5, spec)))
    except Exception as e: print(repr(spec), type(e).__name__, e)
print([round(x, n) for x in (2.675, -0.5, 0.5, 1.5, 1e300, 12345.678) for n in (None, 0, 1, 2, -2, 400, -400)])
for v in (-0.0004, -0.04, 0.0, -0.5):
    print('%.2f %.0f %e %g %+.1f % .1f %#.0f %08.2f %-8.1f|' % ((v,) * 9), f'{v:.1f} {v:z.1f} {v:z.0f}')
