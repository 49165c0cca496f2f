# bool: arithmetic, bit operations, text, constructor, singletons.
print(True + 1, True * 5, -True, ~True, True / 2, True << 3, sum([True, False, True]), True == 1)
print(True & False, True | False, True ^ True, True & 1, type(True | 1), type(True & True),
    type(True + False))
print(bool(), bool([]), bool('False'), bool(0.0), bool(None), bool(...), bool(bool))
print(str(True), repr(False), f'{True}', f'{True:d}', f'{True:5}', f'{False!r:>7}',
    '%d %s %r' % (True, True, True), format(True, 'b'), f'{True:.1f}')
print([10, 20][True], 'ab'[False], {1: 'int'}[True], {True: 'a', 1: 'b', 1.0: 'c'}, {0, False, 0.0})
print(isinstance(True, int), issubclass(bool, int), type(True).__mro__, int(True), float(True),
    complex(True), True.real, True.__int__())
print(not True, not 0, not not [], bool.__and__(True, False), True.__xor__(True), True.__and__(5),
    True.__or__('x'))
print(range(True, 3), 'x' * True, round(True), divmod(True, 2), max(True, 1), hash(True), True > False,
    True >= 1, bool.from_bytes(b'\0', 'big'))
try: bool.__new__(int, 1)
except TypeError as e: print(e)
try: bool(1, 2)
except TypeError as e: print(e)
try: bool(x=1)
except TypeError as e: print(e)
