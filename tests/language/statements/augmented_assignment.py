# Augmented assignment on names, attributes, items and slices.
x = 5
x += 1; x -= 2; x *= 3; print(x)
x /= 4; x //= 1; x **= 3; x %= 5; print(x)
l = [1, 2]; m = l
l += (3,); print(l is m, m)
l = l + [4]; print(l is m)
l *= 2; print(l)
t = (1,); u = t
t += (2,); print(t, u)
s = 'a'; s += 'b'; s *= 2; print(s)
d = {'n': 1}
d['n'] += 1; d['n'] <<= 3; print(d)
class C: n = 10
c = C()
c.n += 1; print(c.n, C.n, vars(c))
a = [0, 1, 2, 3]
a[1:3] += [9]; print(a)
i = 0
def idx():
    global i
    i += 1
    return i
a[idx()] += 100; print(a, i)
t = ([1], 2)
try: t[0] += [5]
except TypeError as e: print(e, t)
(x) = 3
(x) += 1
print(x)
