# Errors raised by callbacks below builtins arrive unchanged, and state stays usable.
class Boom(Exception): pass
def boom(*a, **k): raise Boom('from callback')
class K:
    __lt__ = __eq__ = __hash__ = __iter__ = __len__ = __repr__ = __str__ = __index__ = __add__ = __radd__ = __contains__ = __getitem__ = __bool__ = __format__ = boom
class Gen:
    def __iter__(self):
        yield 1
        boom()
k, g = K(), Gen()
lst, dct, st = [3, 1, 2], {1: 1}, {1}
for f in ((lambda: sorted([3, 1], key=boom)), (lambda: lst.sort(key=boom)), (lambda: max([1, 2], key=boom)),
        (lambda: min(1, 2, key=boom)), (lambda: list(map(boom, [1]))), (lambda: list(filter(boom, [1]))),
        (lambda: sum([1, k])), (lambda: list(g)), (lambda: tuple(g)), (lambda: set(g)), (lambda: dict(g)),
        (lambda: ','.join(map(str, g))), (lambda: lst.extend(g)), (lambda: st.update(g)),
        (lambda: dct.update({2: 2}, **{'z': boom()})), (lambda: dict.fromkeys(g)),
        (lambda: list(zip(g, g, [1, 2]))), (lambda: list(enumerate(g))), (lambda: [k, 1] == [1, 1]),
        (lambda: (k,) < (1,)), (lambda: {k: 1}), (lambda: {1: k} == {1: 2}), (lambda: lst.index(k)),
        (lambda: repr([k])), (lambda: str((k,))), (lambda: f'{k}'), (lambda: '%s' % k),
        (lambda: '{}'.format(k)), (lambda: print(k)), (lambda: any([k])), (lambda: all([k])),
        (lambda: iter(boom, 1).__next__()), (lambda: reversed(k)), (lambda: isinstance(1, k)),
        (lambda: range(k)), (lambda: [0] * k), (lambda: lst.insert(k, 1)), (lambda: lst.remove(k)),
        (lambda: st.add(k)), (lambda: bytes(g)), (lambda: frozenset(g)), (lambda: sorted(g)),
        (lambda: [*g]), (lambda: dict(zip('ab', g))), (lambda: eval('boom()')), (lambda: exec('boom()')),
        (lambda: 'abc'.translate(k)),
        (lambda: type('T', (), {'x': type('D', (), {'__set_name__': boom})()})),
        (lambda: getattr(type('P', (), {'p': property(boom)})(), 'p', 1)), (lambda: slice(k).indices(5)),
        (lambda: round(1.5, k)), (lambda: hash((1, k)))):
    try: print('no error', f())
    except Boom as e: print('Boom', end=' ')
    except Exception as e: print(type(e).__name__, e, repr(e.__cause__))
print(); print(sorted(lst), dct, st)
