# OSError picks the subclass from errno and keeps its attributes.
for n in 1, 2, 3, 4, 9, 10, 11, 13, 17, 20, 21, 32, 103, 104, 110, 111, 114, 115, 9999:
    e = OSError(n, 'text')
    print(n, type(e).__name__, e.errno, e.strerror, e.filename, e)
e = OSError(2, 'no', 'a.txt')
print(e.filename, e.filename2, e.args, str(e))
e = OSError(2, 'no', 'a', None, 'b')
print(e.filename2, str(e), e.args)
e = FileNotFoundError('only text')
print(e.errno, e.args, str(e))
print(type(FileNotFoundError(13, 'x')).__name__, type(OSError('2', 'x')).__name__, OSError(2).errno)
class Sub(OSError): pass
print(type(Sub(2, 'x')).__name__, Sub(2, 'x', 'f'), isinstance(OSError(2, ''), FileNotFoundError))
try: open('/nonexistent/file')
except FileNotFoundError as e: print(e, e.errno, e.filename, e.strerror, repr(e))
try: open('/')
except IsADirectoryError as e: print(e, e.errno)
try: open('/dev/null/x')
except NotADirectoryError as e: print(e)
for a in (('', 'r'), ('/dev/null', 'q'), ('/dev/null', 'rw'), ('/dev/null', ''), (5.5,), (None,), ('a\0b',),
        ('/dev/null', 'r', -1, None, 'bad handler') ):
    try: open(*a).close(); print('opened')
    except (OSError, ValueError, TypeError, LookupError) as e: print(type(e).__name__, e)
try: raise TimeoutError
except OSError as e: print(repr(e))
e = BlockingIOError(11, 'b', 5); print(e.characters_written, e.args)
