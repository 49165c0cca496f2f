# Insertion order through deletions, re-insertion, popitem, update and copies.
# heavy
d = {i: chr(97 + i) for i in range(6)}
del d[0], d[3]
d[0] = 'back'; d[6] = 'g'; d[1] = 'B'
print(d, list(reversed(d)), next(iter(d)))
print(d.popitem(), d.popitem(), list(d)); d.update({9: 9, 2: 'two'}); print(list(d.items()))
e = dict(d)
e |= {'first': 0}
print(list(e), list({**e, 1: 1}), list(e.copy()), list(dict(e.items())), list({'x': 1} | e))
big = {}
for i in range(1000): big[i] = i
for i in range(0, 1000, 2): del big[i]
for i in range(0, 20, 2): big[i] = -i
print(len(big), list(big)[:5], list(big)[-5:], sum(big), big[18], 20 in big, 21 in big)
while len(big) > 3: big.pop(next(iter(big)))
print(big)
for i in range(50000):
    big[i] = 1
    if i > 5: del big[i - 5]
print(len(big), list(big))
s = {}
for w in 'z y x w v u'.split(): s[w] = len(s)
s.pop('x'); s['x'] = 'end'; s.setdefault('y', 'no'); s.setdefault('q', 'yes'); print(s, list(s.values()))
lru = {}
def use(k):
    lru[k] = lru.pop(k, 0) + 1
    if len(lru) > 3: del lru[next(iter(lru))]
for k in 'abcabdae': use(k)
print(lru)
m = {'a': 1}; m['a'] = m.pop('a') + m.setdefault('b', 5); print(m)
