# Fill, alignment, width and precision for strings and other objects.
for spec in ('', '5', '<5', '>5', '^5', '*<5', '*>5', '*^5', '=^6', '.2', '5.2', '>5.1', '*^7.2', '05',
        '<05', '^05', 's', '10s', '.0', '>0', '{<5', '}>5', 'é^5', '😀>4', '.10', '<1'):
    print(repr(spec), '|' + format('abc', spec) + '|')
for spec in ('=5', '+5', ' ', '#', ',', 'd', 'x', '.', '5.', '<<<', '5x5', '-', '_', 'c', '%', '0=5', 'r',
        'ss', '١٠'):
    try: print(repr(spec), format('abc', spec))
    except ValueError as e: print(repr(spec), '->', e)
print(f'{"日本":>5}|{"é":*^4}|{"":5}|{"":->3}|{"a":^0}|{"ab":^5}|{"abc":^6}|{None!s:>6}|{[1]!s:<5}|{True!s:^7}')
for v in None, [1], (1,), {}, object, len, ..., NotImplemented:
    try: print(format(v, ''), end=' ')
    except TypeError as e: print(e)
    try: format(v, '5')
    except TypeError as e: print(e)
print(format('x'), format(5), format(1.5), format(True), format(1j), format(b'x'), format(None))
for bad in ('a', 5), ('a', None), (1, b''):
    try: format(*bad)
    except TypeError as e: print(e)
