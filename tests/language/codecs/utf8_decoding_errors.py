# Malformed UTF-8: messages, positions and error handlers.
cases = [b'\xff', b'a\x80', b'\xc3', b'\xc3(', b'\xe2\x82', b'\xe2\x82x', b'\xe2(\xa1', b'\xf0\x9f\x98',
    b'\xf0\x9f\x98x', b'\xf4\x90\x80\x80', b'\xc0\x80', b'\xe0\x80\x80', b'\xed\xa0\x80',
    b'\xf8\x88\x80\x80\x80', b'ok\xfe\xffok', b'\xc2', b'\xe0\xa0', b'\xf0\x90', b'\xf0\x28\x8c\xbc',
    b'\x80\x80\x80', b'\xe2\x82\xac\xe2\x82']
for b in cases:
    try: b.decode('utf-8')
    except UnicodeDecodeError as e: print(b, '->', e, '|', e.start, e.end)
    print('  ', ascii(b.decode('utf-8', 'replace')), ascii(b.decode('utf-8', 'ignore')),
        ascii(b.decode('utf-8', 'backslashreplace')), ascii(b.decode('utf-8', 'surrogateescape')))
