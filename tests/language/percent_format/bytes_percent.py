# % formatting of bytes and bytearray.
print(b'%s %b %d %x %c %c %a %r' % (b'a', b'b', 5, 255, b'c', 100, 'é', 'é'),
    b'%5s|%-5d|%05.1f' % (b'x', 3, 2.5), b'%(k)s' % {b'k': b'v'}, b'%%' % (), b'%s' % bytearray(b'ba'),
    b'%s' % memoryview(b'mv'))
print(bytearray(b'%d-%d') % (1, 2), type(bytearray(b'%d') % 1).__name__, b'%.2s|%5.1s' % (b'abc', b'xyz'),
    b'%i%o%X' % (1, 8, 255), b'%+d % d %#x' % (1, 2, 3))
class B:
    def __bytes__(self): return b'from __bytes__'
print(b'%s %b' % (B(), B()))
for c in ['b"%s" % "str"', 'b"%s" % 5', 'b"%c" % 256', 'b"%c" % b"ab"', 'b"%d" % "a"', 'b"%s" % ()',
        'b"%d" % (1, 2)', 'b"%(a)s" % {"a": b"x"}', 'b"%y" % 1', 'b"%b" % None', 'b"%c" % "a"', 'b"a" % 1',
        'b"%" % ()', 'b"%f" % b"x"', 'b"%x" % 1.5']:
    try: print(c, '=', eval(c))
    except Exception as e: print(c, '->', type(e).__name__, e)
