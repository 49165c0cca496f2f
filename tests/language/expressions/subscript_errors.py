# Messages for things that cannot be indexed, stored to or deleted from.
class C: pass
s = slice
for o, k in [(1, 0), (None, 0), (C(), 0), (C, 0), (lambda: 0, 0), ({1}, 0), (print, 0), (len, s(1, 2)), ([1], 'a'),
             ([1], 1.0), ((1,), None), ('s', 't'), (b's', b't'), (range(3), 'a'), ([1], 5), ((1,), 5), ('s', 5),
             (b's', 5), (range(3), 5), ({}, 1), ({}, 'k'), ([], 0), ({}, []), ([1], s('a', None)), ('abc', s(1.5, None)),
             ([1, 2], s(None, None, 0)), ([1], (1, 2)), (bytearray(b'a'), 3), ((i for i in ()), 0), (1.5, 0)]:
    try: print(o[k])
    except Exception as e: print(type(o).__name__, k, '->', type(e).__name__, e)
print('store')
for o, k in [(1, 0), ('s', 0), ((1,), 0), (b'a', 0), (C(), 0), (range(2), 0), ([], 0), ([1], 'a'), ({}, []),
             (None, 1), ({1}, 0), (C, 1), (bytearray(b'a'), 1), (bytearray(b'a'), 'x')]:
    try: o[k] = 1
    except Exception as e: print(type(o).__name__, k, '->', type(e).__name__, e)
print('delete')
for o, k in [(1, 0), ('s', 0), ((1,), 0), ([], 0), ({}, 1), (C(), 0), ([1], 'a'), (b'', 0), ({}, {}),
        (C, 0)]:
    try: del o[k]
    except Exception as e: print(type(o).__name__, k, '->', type(e).__name__, e)
