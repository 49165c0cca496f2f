# Truth value: __bool__, then __len__, then true.
class B:
    def __init__(self, v): self.v = v
    def __bool__(self): return self.v
class L:
    def __init__(self, n): self.n = n
    def __len__(self): return self.n
class Both:
    def __bool__(self): return True
    def __len__(self): return 0
print(bool(B(True)), bool(B(False)), bool(L(0)), bool(L(2)), bool(Both()), bool(object()), bool(len),
    bool(B))
print([bool(x) for x in (0, 1, -1, 0.0, -0.0, 0.1, float('nan'), 0j, 1j, '', ' ', b'', b'\0', [], [0], (),
    ((),), {}, {0: 0}, set(), {0}, range(0), range(1), None, ..., int)])
for v in 1, 0, 'x', None, [], 1.0:
    try: print(bool(B(v)))
    except TypeError as e: print(e)
for n in -1, 2 ** 63, 'x', 1.5, None, True, -2 ** 100:
    try: print(len(L(n)), bool(L(n)))
    except (TypeError, ValueError, OverflowError) as e: print(type(e).__name__, e)
class Idx:
    def __index__(self): return 7
print(len(L(Idx())))
class Raise:
    def __bool__(self): raise KeyError('bool')
for f in ((lambda: not Raise()), (lambda: Raise() and 1), (lambda: [x for x in 'a' if Raise()]),
        (lambda: any([Raise()])), (lambda: bool(Raise()))):
    try: f()
    except KeyError as e: print('raised', e)
class IntB(int):
    def __bool__(self): return True
print(bool(IntB(0)), not IntB(0))
