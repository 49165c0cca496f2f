# Case, strip, split, join, replace, pad, translate and tests on bytes.
b = b'Hello World x1'
print(b.upper(), b.lower(), b.swapcase(), b.title(), b.capitalize(), b'\xe9A'.lower(), b.center(20, b'*'),
    b.ljust(16, b'.'), b.rjust(16), b'-5'.zfill(4), b'a\tb'.expandtabs(4), b'ab'.center(5))
print(b'  a '.strip(), b'xxaxx'.strip(b'x'), b'abc'.lstrip(b'ab'), b'abc'.rstrip(b'bc'),
    b'\x0b a\x0c'.strip(), b'a'.strip(None), b'a b\tc\n'.split(), b'a,b,c'.split(b','),
    b'a,b,c'.rsplit(b',', 1), b'a\nb\r\nc\rd'.splitlines(), b'a\nb'.splitlines(True),
    b'a\x0bb'.splitlines(), b' a  b '.split(None, 1), b''.split(), b''.split(b','))
print(b','.join([b'a', bytearray(b'b'), memoryview(b'c')]), b''.join([]), b'-'.join((b'x',)),
    b'aXbX'.replace(b'X', b'--'), b'aaa'.replace(b'a', b'b', 2), b'ab'.replace(b'', b'-'),
    b'abc'.translate(bytes(range(1, 256)) + b'\0'), b'abcabc'.translate(None, b'b'),
    b'abc'.translate(bytes.maketrans(b'ab', b'xy')), b'abc'.translate(bytes.maketrans(b'a', b'z'), b'c'),
    len(bytes.maketrans(b'', b'')))
tests = [b'', b'a', b'A', b'1', b'a1', b' ', b'aB', b'Ab', b'\xe9', b'\n\t', b'a b', b'A1']
for n in 'isalpha isdigit isalnum isupper islower istitle isspace isascii'.split(): print(n,
        [t for t in tests if getattr(t, n)()])
for f in ((lambda: b','.join(['a'])), (lambda: b','.join([1])), (lambda: b','.join(5)),
        (lambda: b.split('')), (lambda: b.split(b'')), (lambda: b.strip('a')),
        (lambda: b.replace('a', b'b')), (lambda: b.center(5, 'x')), (lambda: b.center(5, b'xy')),
        (lambda: b.translate(b'short')), (lambda: bytes.maketrans(b'a', b'bc')), (lambda: b.translate('x')),
        (lambda: b.nope), (lambda: b.replace(b'a')), (lambda: b.decode(b'x')), (lambda: b.encode()),
        (lambda: 'a'.decode())):
    try: print(f())
    except Exception as e: print(type(e).__name__, e)
