# Methods of mutable containers refused: the text, and that the container stays as it was.
class Ix:
    def __index__(self): return 1
    def __repr__(self): return 'Ix()'
pool = None, -5, 1.5, 'a', [1], {}, 2 ** 70, Ix(), slice(1), 300
fresh = {
    'list': (lambda: [1, 2, 3], 'append extend insert pop remove index count sort __getitem__ __setitem__ __delitem__ __add__ __iadd__ __mul__ __imul__ __contains__ __eq__ __lt__ reverse copy clear'),
    'dict': (lambda: {'a': 1, 2: 'b'}, 'get pop setdefault update fromkeys __getitem__ __setitem__ __delitem__ __contains__ __or__ __ior__ __eq__ __lt__ popitem keys items copy clear'),
    'set': (lambda: {1, 2}, 'add discard remove update intersection_update difference_update symmetric_difference_update union __or__ __ior__ __isub__ __contains__ __eq__ __lt__ pop copy clear issuperset'),
    'bytearray': (lambda: bytearray(b'abc'), 'append extend insert pop remove __getitem__ __setitem__ __delitem__ __add__ __iadd__ __mul__ __imul__ __contains__ reverse copy clear translate')}
def show(x): return sorted(map(repr, x)) if isinstance(x, set) else repr(x)
for kind, (make, names) in fresh.items():
    for name in names.split():
        for args in [()] + [(p,) for p in pool] + [(1, None), (1, 'a'), (1, 300), ('a', 1), ([], 1), (slice(0, 2), 5), (slice(0, 2), [7]), (slice(0, 3, 2), [7]), (None, None), (1, 2, 3)]:
            if name == '__contains__' and args and isinstance(args[0], (range, slice)): continue
            c = make()
            try: getattr(c, name)(*args)
            except Exception as e: print(kind, name, args, type(e).__name__ + ':', e, '' if c == make() else show(c))
