# bytes and bytearray methods over a grid of receivers and arguments; the results keep the type.
texts = b'', b'a', b'abc', b'aXbXc', b'  pad \t', b'line\nb\r\nc\rd', b'ababab', b'-005', b'\xff\x00\x80', b'aB1 z'
def row(name, *args):
    for kind in (bytes, bytearray):
        out = [getattr(kind(t), name)(*args) for t in texts]
        print(kind.__name__, name, args, out)
for name in ('upper', 'lower', 'title', 'capitalize', 'swapcase', 'strip', 'lstrip', 'rstrip', 'split', 'rsplit', 'splitlines', 'isalnum', 'isalpha', 'isascii', 'isdigit', 'islower', 'isspace', 'istitle',
        'isupper', 'expandtabs', '__len__', '__repr__', 'hex'): row(name)
for a in (b'a', b'', b'X', b'ab', bytearray(b'b'), 97, 255):
    for name in ('find', 'rfind', 'count', '__contains__'): row(name, a)
    if not isinstance(a, int):
        for name in ('startswith', 'endswith', 'strip', 'lstrip', 'rstrip', 'removeprefix', 'removesuffix', '__add__', '__eq__' if isinstance(a, bytes) else 'startswith'): row(name, a)
        if a:
            for name in ('split', 'rsplit', 'partition', 'rpartition'): row(name, a)
for a in ((b'a', 1), (b'b', -2), (b'', 2, 1), (b'', 50), (97, 0, -1), (b'b', None, 2)):
    for name in ('find', 'rfind', 'count'): row(name, *a)
for n in (0, 1, 2, -1):
    for name in ('split', 'rsplit'): row(name, None, n); row(name, b'a', n)
    row('replace', b'a', b'ZZ', n); row('replace', b'', b'.', n); row('__mul__', n)
for n in (0, 4, 7):
    row('zfill', n); row('center', n, b'*'); row('ljust', n); row('rjust', n, b'_'); row('expandtabs', n)
row('translate', bytes(range(255, -1, -1))); row('translate', None, b'ab'); row('hex', ':'); row('hex', '-', 2); row('hex', b'.', -2); row('splitlines', True); row('startswith', (b'a', b'')); row('join', [b'1', bytearray(b'2'), b'3'])
row('__getitem__', slice(1, None, 2)); row('__getitem__', slice(None, None, -1)); row('decode', 'latin-1'); row('decode', 'utf-8', 'replace'); row('decode', 'ascii', 'backslashreplace')
print(bytes.fromhex('00 ff Ab'), bytearray.fromhex('0a'), bytes.maketrans(b'ab', b'xy')[97:99], b'a' < bytearray(b'b'), bytearray(b'a') == b'a', b'a' == memoryview(b'a'), bytearray(b'a') <= b'a', b'%b' % bytearray(b'x'))
