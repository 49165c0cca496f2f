# Combining characters are separate code points; comparison does not normalise.
a, b = 'é', 'e\u0301'
print(a == b, len(a), len(b), a in 'é', b in 'cafe\u0301', 'e' in b, a.upper() == b.upper(),
    sorted([b, a]) == [b, a])
print(b[::-1] == '\u0301e', b.replace('e', 'a'), len('👨‍👩‍👧'), len('🇫🇷'), list(map(hex, map(ord, '👍🏽'))))
print('\u0301'.isalpha(), '\u0301'.isprintable(), b.isalpha(), 'a\u0301'.isidentifier(),
    '\u0301a'.isidentifier())
print(f'{b:*^5}|{a:*^5}|', b.center(4, '-'), b.ljust(3, '.'), 'n\u0303'.title(), 'x\u0301y'.title())
print('日本'.ljust(4, '·'), '😀'.zfill(3), '%3s|%-3s|' % ('日', '本'), '日\u3000本'.split(), 'א ב'.split())
ns = {}
exec('ﬁx = 1; fix += 1; ª = 5', ns)
print(ns['fix'], 'ﬁx' in ns, ns['a'])
class C: pass
setattr(C, 'ﬁ', 'not normalised')
print(hasattr(C, 'fi'), getattr(C, 'ﬁ'))
print(eval('C.ﬁ', {'C': type('D', (), {'fi': 'the source is normalised'})}))
