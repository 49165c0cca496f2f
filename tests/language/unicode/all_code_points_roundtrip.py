# Every code point survives chr/ord, encoding and decoding; totals of the character tests.
# heavy
bad = 0
for cp in range(0, 0x110000, 97):
    c = chr(cp)
    if ord(c) != cp or len(c) != 1: bad += 1
    if 0xD800 <= cp < 0xE000: continue
    for enc in 'utf-8', 'utf-16-le', 'utf-32-be', 'utf-16', 'utf-32':
        if c.encode(enc).decode(enc) != c: bad += 1
print(bad)
sizes = {}
for cp in list(range(0, 0x3000)) + list(range(0xFF00, 0x10400)):
    n = len(chr(cp).encode('utf-8'))
    sizes[n] = sizes.get(n, 0) + 1
print(sizes)
low = [chr(c) for c in range(0x250)]
for n in 'isalpha isdigit isdecimal isnumeric isalnum isupper islower istitle isspace isidentifier isprintable'.split():
    print(n, sum(getattr(c, n)() for c in low))
print(sum(c.upper() != c for c in low), sum(c.lower() != c for c in low),
    sum(c.title() != c.upper() for c in low), sum(len(c.upper()) > 1 for c in low))
print(''.join(low).upper().lower().swapcase()[:0] == '', len(''.join(low).encode()),
    len(''.join(low).split()), len(''.join(low).splitlines()))
