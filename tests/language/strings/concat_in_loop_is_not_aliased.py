# Building strings step by step never changes earlier values.
s = 'x'
seen = []
for i in range(10):
    seen.append(s)
    s += str(i)
print(seen, s)
t = u = 'base'
u += '1'
v = u
u += '2'
print(t, v, u)
def grow(p):
    p += '!'
    return p
q = 'q' * 3
print(grow(q), grow(q), q)
class C: pass
c = C(); c.text = 'a'
old = c.text
for i in range(3): c.text += 'b'
print(old, c.text)
d = {'k': ''}
for ch in 'hello': d['k'] += ch
l = ['']
for ch in 'hello': l[0] += ch
print(d, l)
a = ''
for i in range(20000): a += 'é' if i % 100 == 0 else 'e'
print(len(a), a.count('é'), a[100], a[101], hash(a) == hash('é' + ('e' * 99 + 'é') * 199 + 'e' * 99))
b = ''
for i in range(300): b = chr(97 + i % 26) + b
print(b[:30], len(b))
x = 'k'
m = {x: 1}
x += 'k'
m[x] = 2
print(m, hash(x) == hash('kk'))
