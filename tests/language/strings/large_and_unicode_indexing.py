# Long mixed-width strings: random access, slicing, finding agree with a list of characters.
# heavy
import sys
pieces = ['a', 'é', '日', '😀', 'zz', '\n']
s = ''.join(pieces[i * 7 % 6] * (i % 5 + 1) for i in range(400))
chars = list(s)
print(len(s), len(chars))
bad = 0
for i in range(0, len(s), 13):
    if s[i] != chars[i] or s[-i - 1] != chars[-i - 1]: bad += 1
    if s[i:i + 29] != ''.join(chars[i:i + 29]): bad += 1
    if s[i::17] != ''.join(chars[i::17]): bad += 1
    if s[i::-11] != ''.join(chars[i::-11]): bad += 1
    if s.find(s[i], i) != i: bad += 1
    if s.index(s[i:i + 5]) > i: bad += 1
    if s.count(s[i], i) != chars[i:].count(s[i]): bad += 1
print(bad, s.rfind('😀'), s.rfind('日', 0, 500), s.find('é', 700), s.count('zz'), len(s.split('日')),
    len(s.splitlines()))
print(len(s.encode()), len(s.encode('utf-16-le')), s.encode().decode() == s, s[::-1][::-1] == s,
    (s + s)[len(s):] == s, s.replace('😀', ':)').count(':)') == s.count('😀'))
t = 'x' * 100000 + 'é' + 'y' * 100000
print(len(t), t[100000], t[100001], t[-1], t[99999], t.find('é'), t.rfind('y'), t.find('yé'),
    t[99998:100003], t.upper()[99999:100002])
u = 'ab' * 50000
print(u.count('ab'), u.count('ba'), u.replace('ab', 'c') == 'c' * 50000, len(u.split('b')), u.find('bb'),
    u.rfind('ba'), u == 'ab' * 50000, hash(u) == hash('ab' * 50000))
