# UTF-16 and UTF-32 in both orders, with marks, surrogate pairs and errors.
s = 'aé€😀'
for enc in 'utf-16-le', 'utf-16-be', 'utf-32-le', 'utf-32-be', 'utf-16', 'utf-32':
    b = s.encode(enc)
    print(enc, b, b.decode(enc) == s)
print(b'\xff\xfea\0'.decode('utf-16'), b'\xfe\xff\0a'.decode('utf-16'),
    ascii(b'\xff\xfea\0'.decode('utf-16-le')), b'a\0'.decode('utf-16'),
    b'\0\0\xfe\xff\0\0\0a'.decode('utf-32'), repr(b''.decode('utf-16')), ''.encode('utf-16'))
for b, enc in ((b'a', 'utf-16-le'), (b'a\0b', 'utf-16'), (b'\x3d\xd8', 'utf-16-le'),
        (b'\x3d\xd8a\0', 'utf-16-le'), (b'\0\xdc', 'utf-16-le'), (b'\xd8\x3d', 'utf-16-be'),
        (b'abc', 'utf-32-le'), (b'\0\0\x11\0', 'utf-32-le'), (b'\0\xd8\0\0', 'utf-32-le'),
        (b'\xff\xfe\0', 'utf-16'), (b'\0\0\0', 'utf-32-be')):
    try: print(b.decode(enc))
    except UnicodeDecodeError as e: print(e)
    print('  ', ascii(b.decode(enc, 'replace')), ascii(b.decode(enc, 'ignore')))
