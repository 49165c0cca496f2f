# find, index, count, startswith and friends on bytes with bytes or ints.
b = b'abracadabra'
print(b.find(b'bra'), b.find(b'bra', 2), b.find(98), b.rfind(b'a'), b.rfind(97, 0, 5), b.index(b'c'),
    b.rindex(b'bra'), b.count(b'a'), b.count(97), b.count(b''), b.count(b'aa'), b.find(b''), b.find(b'x'),
    b.find(b'a', 4, 5), b.rfind(b''), b.find(bytearray(b'cad')), b.find(memoryview(b'cad')))
print(b.startswith(b'abra'), b.endswith((b'x', b'bra')), b.startswith(b'', 11), b.startswith((b'q',)),
    b.startswith(b'bra', 1), b.endswith(b'a', 0, 1), b.startswith(bytearray(b'ab')))
print(b.partition(b'c'), b.rpartition(b'a'), b.partition(b'zz'), b.rpartition(b'zz'),
    b.removeprefix(b'abra'), b.removesuffix(b'abra'), b.removeprefix(b'x'))
for f in ((lambda: b.find('a')), (lambda: b.find(256)), (lambda: b.find(-1)), (lambda: b.index(b'x')),
        (lambda: b.rindex(b'x')), (lambda: b.startswith('a')), (lambda: b.startswith((1,))),
        (lambda: b.startswith(('a',))), (lambda: b.count('a')), (lambda: b.partition(b'')),
        (lambda: b.partition('a')), (lambda: b.count(None)), (lambda: b.endswith([b'a'])),
        (lambda: b.find()), (lambda: b.removeprefix('a'))):
    try: print(f())
    except Exception as e: print(type(e).__name__, e)
