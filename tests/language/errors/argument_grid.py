# What methods of the built-in types say to arguments of wrong types, counts and values.
class Ix:
    def __index__(self): return 2
pool = None, 1, 1.5, 'a', b'a', [1], 2 ** 70, Ix
calls = {
    'abc': 'find count index replace split join strip startswith center zfill expandtabs splitlines translate encode removeprefix partition __getitem__ __contains__ __add__ __mul__ __mod__ format_map __format__',
    b'abc': 'find count index replace split join strip startswith center zfill expandtabs splitlines translate decode removeprefix partition __getitem__ __contains__ __add__ __mul__ hex fromhex',
    (1, 2): 'index count __getitem__ __add__ __mul__ __contains__ __lt__ __eq__',
    7: '__add__ __truediv__ __floordiv__ __mod__ __and__ __round__ __format__ to_bytes from_bytes __eq__ __lt__ __divmod__',
    1.5: '__add__ __mod__ __round__ __format__ fromhex __eq__ __lt__ __divmod__ __rtruediv__',
    range(3): 'index count __getitem__ __contains__ __eq__ __lt__',
    frozenset([1]): 'union intersection difference issubset isdisjoint __or__ __and__ __sub__ __le__ __eq__ __contains__ symmetric_difference'}
import sys
for receiver, names in calls.items():
    for name in names.split():
        method = getattr(receiver, name)
        for args in [()] + [(p() if p is Ix else p,) for p in pool] + [(None, None), ('a', 'a'), (b'a', b'a'), (1, 'a'), ('a', None), ('a', 1, 'b'), (None,) * 4]:
            try: r = method(*args)
            except Exception as e: print(type(receiver).__name__, name, [type(a).__name__ for a in args], type(e).__name__, e)
            else:
                if r is NotImplemented: print(type(receiver).__name__, name, [type(a).__name__ for a in args], r)
