# type with one argument, identity of types, names of all common types.
for v in 1, True, 1.5, 1j, 'a', b'a', bytearray(), None, ..., NotImplemented, [], (), {}, set(), frozenset(), range(1), slice(1), object(), type, int, len, [].append, lambda: 0, (i for i in ()), iter([]), Exception(), super, property(), classmethod(len), staticmethod(len), memoryview(b''), zip(), map(str,
        []), filter(None,
        []), enumerate([]), reversed([]), {}.keys(), {}.values(), {}.items(), int | str, list[int], type(lambda: 0).__code__, (lambda: 0).__code__, type.__dict__, str.join, int.__add__, (1).__add__, object.__init__: print(type(v).__name__,
        type(v).__module__, end='; ')
print()
class C: pass
c = C()
print(type(c) is C, type(C) is type, type(type) is type, type(c).__name__, type(1) is int,
    type(True) is bool, type(None)() is None, type(...)() is ..., type(NotImplemented)() is NotImplemented,
    c.__class__ is C, int.__class__ is type)
print(isinstance(type, type), issubclass(type, object), isinstance(object(), object),
    isinstance(object, object), type(type(type)) is type)
for t in (type(None), type(...), type(NotImplemented), type(lambda: 0), type(i for i in ()), type(len),
        type([].append), type({}.keys()), type(iter([]))):
    try: t(1); print('ok')
    except TypeError as e: print(e)
for code in ('None.x = 1', 'type(None).x = 1', 'int.x = 1', 'del int.real', 'object.x = 1', 'type.x = 1',
        'Exception.x = 1'):
    try: exec(code)
    except (TypeError, AttributeError) as e: print(e)
