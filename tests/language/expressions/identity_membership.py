# is, is not, in, not in with identity shortcut.
nan = float('nan')
print(nan == nan, nan in [nan], [nan] == [nan], (nan,) == (nan,), nan in {nan})
a = []
b = a
print(a is b, a is not [], [] is not [], None is None)
class Never:
    def __eq__(self, o): return False
n = Never()
print(n in [n], n == n, [n] == [n], n in (1, n), [n].index(n), [n].count(n))
print('ell' in 'hello', '' in '', 'x' not in 'abc', 1 in {1: 2}, 2 in {1: 2})
print(b'a' in b'abc', 97 in b'abc', 3 in range(5), 2.0 in range(5))
for bad in ((1, 'a'), ('a', 1), (1, 5), (None, b'a')):
    try: print(bad[0] in bad[1])
    except TypeError as e: print(e)
try: 256 in b'a'
except ValueError as e: print(e)
