# Bytes literals: prefixes, escapes and joining.
print(b'abc', B"abc", b'''a
b''', br'\x41', Rb"\n", rB'x', bR'y')
print(b'\x00\xff\101\n\t\\\'"')
print(b'one' b"two")
print(b"it's", b'"', b'\'"')
print(len(b'\u0041'), b'\N{DASH}')
print(b'\
x', b'' b'', b'\0\1\7')
print(b'abc'[0], b'abc'[-1], b'abc'[1:])
