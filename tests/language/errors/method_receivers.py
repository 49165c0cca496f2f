# Methods called through the type with wrong receivers or none.
class C:
    def m(self): return 'm', self
    @classmethod
    def c(cls): return cls.__name__
print(C.m(5), C.m(self=6))
cases = ['list.append(5, 1)', 'list.append()', 'list.append([])', 'str.upper(5)', 'str.upper()',
    'dict.get([])', 'dict.get()', 'int.__add__("a", 1)', 'int.__add__()', 'int.__add__(1)',
    'int.bit_length("a")', 'str.join()', 'str.__len__(5)', 'list.__len__({})', 'object.__repr__()',
    'object.__init__()', 'float.is_integer(1)', 'set.add({}, 1)', 'bytes.hex("a")', 'tuple.count([], 1)',
    'dict.fromkeys()', 'list.sort(5)', 'str.format()', 'int.from_bytes()', 'C.m()', 'C.c(1)', 'C().m(1)',
    'type.mro(5)', 'object.__setattr__(1)', 'list.__getitem__([1])', 'list.__getitem__([1], 0, 1)',
    'dict.__setitem__({}, 1)', 'str.__add__("a")', 'str.__add__("a", 1)', 'list.__iadd__([1], 5)',
    'int.__pow__(2)', 'list.__iter__()', 'BaseException.__str__(5)', 'ValueError.__init__(5)',
    'generator.send()', 'generator.send(5)', 'property.__get__()', 'type.__call__()', 'object.__new__()',
    'tuple.__new__(5)', 'str.__new__(int)', 'object.__getattribute__(5)', 'object.__getattribute__(5, 6)',
    'type.__getattribute__(int, "nope")', 'super.__init__()']
generator = type(x for x in [])
for c in cases:
    try: print(c, '=', eval(c))
    except Exception as e: print(c, '->', type(e).__name__ + ':', e)
