# unicodedata: categories, numbers, widths, normal forms, lookups
import unicodedata as u
for c in 'aZ5 \u00e9\u0660\u00b2\u2460\u00bd\u4e00\u3042\uff21\u05d0\u0301\u20ac\n(\u2028\U0001f600\u0378':
    print(hex(ord(c)), u.category(c), u.bidirectional(c), u.combining(c), u.mirrored(c), u.decimal(c, None), u.digit(c, None), u.east_asian_width(c))
print(u.numeric('\u00bd'), u.numeric('\u2155'), u.numeric('7'), u.numeric('\u00b3'), u.numeric('x', -1))
for form in ['NFC', 'NFD', 'NFKC', 'NFKD']:
    print([ascii(u.normalize(form, t)) for t in ['\u00e9', 'e\u0301', '\ufb01', '\u2460', '\uac00', 'abc', '\u1e9b\u0323', '\u0344', '']])
    print([u.is_normalized(form, t) for t in ['\u00e9', 'e\u0301', '\ufb01', 'x']])
print(u.lookup('SNOWMAN'), u.lookup('latin small letter a'), u.unidata_version)
for c in ['\u00e9', 'a', '\ufb01', '\u00b2', '\u1e9b']:
    print(repr(u.decomposition(c)))
for f in [lambda: u.category('ab'), lambda: u.category(1), lambda: u.decimal('x'), lambda: u.digit('x'), lambda: u.numeric('x'), lambda: u.normalize('NFX', 'a'), lambda: u.lookup('NO SUCH THING'), lambda: u.name('\n'), lambda: u.name('\n', 'none')]:
    try:
        print(f())
    except Exception as e:
        print(type(e).__name__, e)
def strip_accents(s):
    return ''.join(c for c in u.normalize('NFD', s) if u.category(c) != 'Mn')
print(strip_accents('Fran\u00e7ois \u017belazny'))
