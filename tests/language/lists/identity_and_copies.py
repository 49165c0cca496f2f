# Which operations copy a list and which alias it.
a = [1, [2]]
b = a; c = a[:]; d = list(a); e = a.copy(); f = a + []; g = a * 1; h = [*a]
a[0] = 'changed'; a[1].append(3)
print(b, c, d, e, f, g, h, sep='\n')
print(b is a, c is a, all(x[1] is a[1] for x in (c, d, e, f, g, h)))
def default(x=[]): return x
print(default() is default(), default([]) is default())
x = y = [0]
x += [1]; print(y)
x = x + [2]; print(y, x)
t = ([1],); t[0].append(2); print(t)
z = [a] * 2; z[0] is z[1]; z[0] = 'new'; print(z[1] is a)
m = [[0] * 3 for _ in range(2)]; m[0][0] = 1; print(m)
s = sorted(a[1]); s is a[1]; r = list(reversed(a[1])); a[1].clear(); print(s, r)
w = list(w0 := [1]); w.append(2); print(w0, w)
q = [1, 2, 3]; p = iter(q); q2 = list(p); q2[0] = 9; print(q, q2)
