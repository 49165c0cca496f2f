# String methods called through the type, stored, mapped, and with wrong receivers.
print(str.upper('a'), str.join(',', 'ab'), str.format('{}', 1), str.__add__('a', 'b'),
    list(map(str.strip, [' a ', 'b '])), sorted('bA', key=str.lower))
up = 'abc'.upper
print(up(), up.__self__, up.__name__, callable(up), type(up).__name__)
split = 'a-b'.split
print(split('-'), list(map('a-b-c'.split, '-b')))
for f in ((lambda: str.upper(5)), (lambda: str.upper()), (lambda: str.join(1, 'a')), (lambda: 'a'.nope),
        (lambda: 'a'.upper.x), (lambda: str.format()), (lambda: str.__add__('a')), (lambda: str.__len__(5)),
        (lambda: 'abc'.__getitem__('x')), (lambda: 'a'.__mul__('b'))):
    try: print(f())
    except (TypeError, AttributeError) as e: print(type(e).__name__, e)
class Name(str):
    def shout(self): return self.upper() + '!'
    def __len__(self): return 99
    def __getitem__(self, i): return 'item'
    def __eq__(self, o): return 'eq'
    def __contains__(self, o): return 'always'
    __hash__ = str.__hash__
n = Name('bob')
n.extra = 1
print(n.shout(), len(n), n[0], n == 'x', 'zz' in n, n.extra, {n: 1}, list(n), n + 'x', ''.join([n, n]),
    str(n) == 'bob', n.__class__.__name__, n.lower().__class__.__name__)
