# find, rfind, index, rindex, count, startswith, endswith with bounds.
s = 'abracadabra'
print(s.find('a'), s.find('a', 1), s.find('a', 1, 3), s.find('x'), s.find(''), s.find('', 5),
    s.find('', 11), s.find('', 12), s.find('abra', -4), s.find('a', -100, 100))
print(s.rfind('a'), s.rfind('a', 0, 10), s.rfind('abra'), s.rfind('x'), s.rfind(''), s.rfind('', 0, 3),
    s.rfind('bra', 2, 11), s.rfind('a', 11))
print(s.index('cad'), s.rindex('a', 0, -1), s.count('a'), s.count('abra'), s.count('aa'),
    'aaaa'.count('aa'), s.count(''), s.count('', 3, 5), s.count('', 20), s.count('a', 3),
    s.count('a', 3, 5), ''.count(''))
print(s.startswith('abra'), s.startswith('bra', 1), s.startswith(('x', 'a')), s.startswith(''),
    s.startswith('', 11), s.startswith('', 12), s.startswith('abra', 0, 3), s.startswith(()))
print(s.endswith('abra'), s.endswith(('bra', 'z')), s.endswith('a', 0, 1), s.endswith('', 5, 3),
    s.endswith('abr', 0, -1), s.endswith(''))
u = 'naïve café 日本 日本'
print(u.find('é'), u.rfind('日本'), u.count('日'), u.index('本', 13), u.find('ï', 3), u.startswith('café', 6),
    u.endswith('本'), 'ïv' in u, u.find(' ', 8, 12))
for f in ((lambda: s.index('x')), (lambda: s.rindex('x')), (lambda: s.find(1)), (lambda: s.count(None)),
        (lambda: s.startswith(1)), (lambda: s.startswith(['a'])), (lambda: s.endswith(('a', 1, 'ra'))),
        (lambda: s.startswith((1,))), (lambda: s.find('a', 'b')), (lambda: s.find())):
    try: print(f())
    except (ValueError, TypeError) as e: print(type(e).__name__, e)
print(s.find('a', None, None), s.find('a', None, 0), s.count('a', None, 4), s.find('b', True))
