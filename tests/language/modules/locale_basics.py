# locale: the C locale
import locale
print(locale.setlocale(locale.LC_ALL, 'C'), locale.getlocale(locale.LC_NUMERIC), locale.localeconv()['decimal_point'], locale.strcoll('a', 'b') < 0, locale.atof('1.5'), locale.atoi('3'), locale.str(1.25), locale.format_string('%d %s', (3, 'x')))
for f in [lambda: locale.setlocale(locale.LC_ALL, 'xx_YY'), lambda: locale.currency(3)]:
    try:
        print(f())
    except Exception as e:
        print(type(e).__name__, e)
print(sorted(['b', 'a'], key=locale.strxfrm))
