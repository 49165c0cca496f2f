# Encoding to narrow encodings with every error handler.
s = 'aé€😀z'
for enc in 'ascii', 'latin-1', 'iso-8859-1', 'us-ascii':
    try: s.encode(enc)
    except UnicodeEncodeError as e: print(e, '|', e.args[0], e.args[2:])
    for h in 'ignore', 'replace', 'xmlcharrefreplace', 'backslashreplace':
        print(h, s.encode(enc, h))
print('é'.encode('latin-1'), 'ÿ'.encode('latin1'), b'\xe9\xff'.decode('latin-1'), 'abc'.encode('ascii'),
    ''.encode())
for f in ((lambda: 'é'.encode('nope')), (lambda: b'a'.decode('nope')),
        (lambda: 'é'.encode('ascii', 'nope')), (lambda: 'a'.encode('ascii', 'nope')),
        (lambda: 'a'.encode(5)), (lambda: b'a'.decode(errors=5)),
        (lambda: 'a'.encode('utf-8', 'strict', 1)), (lambda: b'\xe9'.decode('ascii')),
        (lambda: 'é€'.encode('ascii')), (lambda: 'x€€y'.encode('latin-1')), (lambda: 'a'.encode(''))):
    try: print(f())
    except Exception as e: print(type(e).__name__, e)
print('a'.encode(encoding='utf-8', errors='strict'), b'\xff'.decode('ascii', 'replace') == '\ufffd',
    b'\xff'.decode('ascii', 'backslashreplace'), b'a\xff'.decode('ascii', 'ignore'),
    ascii(b'\xe9'.decode('ascii', 'surrogateescape')))
