# Attributes, construction and text of the Unicode error classes.
e = UnicodeDecodeError('myenc', b'abc\xff', 3, 4, 'my reason')
print(e, e.encoding, e.object, e.start, e.end, e.reason, e.args)
e.start, e.end, e.reason = 0, 3, 'changed'
print(e, repr(e))
e = UnicodeEncodeError('enc', 'a€b', 1, 2, 'no euro')
print(e, repr(e)); e.end = 3; print(e)
e = UnicodeTranslateError('a\x01b', 1, 2, 'bad'); print(e); e.end = 3; print(e)
print(UnicodeEncodeError('enc', 'é', 0, 1, 'r'), '|', UnicodeEncodeError('enc', '😀', 0, 1, 'r'), '|',
    UnicodeEncodeError('enc', '€', 0, 1, 'r'))
for c, a in ((UnicodeDecodeError, ()), (UnicodeDecodeError, ('a', 'str', 0, 1, 'r')),
        (UnicodeEncodeError, ('a', b'x', 0, 1, 'r')), (UnicodeDecodeError, ('a', b'x', 'q', 1, 'r')),
        (UnicodeTranslateError, ('a', 1)), (UnicodeDecodeError, (1, b'', 0, 0, ''))):
    try: c(*a)
    except TypeError as x: print(c.__name__, x)
print(UnicodeError.__mro__, issubclass(UnicodeDecodeError, ValueError), UnicodeError('plain'),
    UnicodeDecodeError('a', b'', 0, 0, 'empty'))
try: b'\xff'.decode()
except UnicodeError as e: print(type(e).__name__, e.object, e.args)
