# Ordering by code point, equality across storage forms, hashing and interning independence.
words = ['b', 'a', 'B', 'A', 'ab', 'a b', '', 'é', 'z', 'Z', '日', '😀', '\uffff', 'e\u0301', '10', '9']
print(sorted(words), max(words), min(words))
print('a' < 'b', 'a' < 'A', 'abc' < 'abd', 'abc' < 'abcd', 'Z' < 'a', '' < 'a', 'é' == 'e\u0301', 'ä' > 'z',
    'a' <= 'a', 'a' != 'b')
a = 'hello world'
b = ' '.join(['hello', 'world'])
print(a == b, hash(a) == hash(b), {a: 1}[b], a in {b}, [a].index(b), a is a)
u = 'é'
print(u == '\u00e9' == chr(233) == b'\xc3\xa9'.decode(), ('é' + 'a')[1:] == 'a',
    hash(('é' + 'a')[1:]) == hash('a'), 'aé'[:1] is not None, {('x😀')[0]: 1}['x'])
print('a' == 1, 'a' == b'a', 'a' != 1, 'a' == None, 'abc' == 'abc\0', 'a\0b' < 'a\0c', len('a\0b'),
    'a\0b'.split('\0'))
for op in '<', '>=':
    try: eval(f'"a" {op} 1')
    except TypeError as e: print(e)
print('abc'.__eq__(5), 'abc'.__lt__(5), 'abc'.__eq__('abc'), 'a'.__hash__() == hash('a'), 'a'.__ne__('b'))
d = {}
for i in range(1000): d['key%d' % i] = i
print(all(d[f'key{i}'] == i for i in range(1000)), len(d), 'key1000' in d)
