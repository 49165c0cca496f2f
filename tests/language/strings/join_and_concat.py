# join over iterables of every kind, concatenation and repetition.
print(','.join('abc'), ''.join(['x', 'y']), '-'.join(('only',)), '-'.join([]), ', '.join({'k': 1, 'l': 2}),
    '+'.join(str(i) for i in range(4)), '\n'.join(['a', '', 'b']), 'é'.join('日本'))
class It:
    def __iter__(self): return iter('gen')
class S(str): pass
print('.'.join(It()), '.'.join(map(str.upper, 'ab')), type(''.join([S('x')])).__name__, S('-').join('ab'),
    ''.join(sorted('hello')), ''.join(reversed('abc')))
for bad in [1], ['a', 1], ['a', b'b'], 5, None, [None], ['a', ['b']]:
    try: ','.join(bad)
    except TypeError as e: print(e)
print('a' 'b' + 'c' * 3, 'ab' * 0, 'ab' * -1, 3 * 'é', 'x' * True, '' * 10, 'a' + '' + 'b', 'é' + 'a',
    '😀' * 2)
for f in ((lambda: 'a' + 1), (lambda: 1 + 'a'), (lambda: 'a' * 'b'), (lambda: 'a' * 1.5),
        (lambda: 'a' + b'b'), (lambda: 'a' - 'b'), (lambda: 'a' * None), (lambda: 'a' * 2 ** 70)):
    try: f()
    except (TypeError, OverflowError, MemoryError) as e: print(type(e).__name__, e)
s = ''
for i in range(1000): s += str(i)
print(len(s), s[:12], s[-9:])
parts = []
for i in range(5): parts.append(f'{i}!')
print(''.join(parts), ' '.join(parts[::-1]))
a = b = 'shared'
a += '!'
print(a, b, 'x'.__add__('y'), 'x'.__mul__(3), 'x'.__rmul__(2), 'ab'.__contains__('b'), 'abc'.__getitem__(1),
    'abc'.__len__())
