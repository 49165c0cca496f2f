# translate with tables of every kind; maketrans.
t = str.maketrans('abc', 'xyz')
print(t, 'aabbcc d'.translate(t))
print(str.maketrans('ab', 'cd', 'ef'), 'abef'.translate(str.maketrans('ab', 'cd', 'ef')))
print(str.maketrans({'a': 'AA', 98: None, 'c': 100}),
    'abcd'.translate(str.maketrans({'a': 'AA', 98: None, 'c': 100})))
print('abc'.translate({97: 'é', 98: 0x1F600}), 'abc'.translate({}), 'éa'.translate({233: 'e'}),
    ''.translate(t))
class Table:
    def __getitem__(self, k):
        if k == ord('x'): raise LookupError
        if k == ord('y'): return None
        return chr(k + 1)
print('axyz'.translate(Table()), 'ab'.translate(['z'] * 200), 'Ā'.translate(['z'] * 200))
for f in ((lambda: str.maketrans('a', 'bc')), (lambda: str.maketrans({'ab': 1})),
        (lambda: str.maketrans(1)), (lambda: 'a'.translate({97: 1.5})),
        (lambda: 'a'.translate({97: 0x110000})), (lambda: 'a'.translate(5)),
        (lambda: str.maketrans('a', 1)), (lambda: str.maketrans({1.5: 1})), (lambda: 'a'.translate()),
        (lambda: str.maketrans('a', 'b', 3))):
    try: print(f())
    except (TypeError, ValueError) as e: print(type(e).__name__, e)
print('hello'.translate(str.maketrans('', '', 'l')),
    'rot'.translate({i: (i - 97 + 13) % 26 + 97 for i in range(97, 123)}))
