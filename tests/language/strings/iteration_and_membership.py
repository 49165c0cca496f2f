# Iterating strings, in, unpacking, conversions to containers.
for s in 'abc', 'aé日😀', '':
    print(list(s), tuple(s), sorted(set(s)), [c for c in s], list(enumerate(s)), list(reversed(s)),
        list(zip(s, s[1:])), max(s, default='none'))
a, b, *c = 'unpack'
print(a, b, c, *'star', 'ell' in 'hello', 'é' in 'café', '' in '', 'x' in '', 'ab' in 'a', 'a' not in 'b',
    '日本' in '語日本')
try: 1 in 'a'
except TypeError as e: print(e)
try: None in 'abc'
except TypeError as e: print(e)
it = iter('ab😀')
print(type(it).__name__, next(it), next(it), next(it), next(it, None), list(it))
print(dict.fromkeys('aab'), {c: 'mississippi'.count(c) for c in 'mississippi'}, list(map(ord, 'az')),
    ''.join(chr(ord(c) + 1) for c in 'HAL'), [*'ab'] + list('cd'), all('abc'), any(''))
print([i for i, c in enumerate('banana') if c == 'a'], 'abc'[::-1] == ''.join(reversed('abc')),
    min('hello'), sum(map(len, ['a', 'bb', 'ccc'])))
