# Assignment expressions: where they stand, what they bind, and their scope.
if (n := len('abc')) > 2: print('long', n)
print((y := 5), y)
print([z := 1, z + 1], z)
while (line := next(it) if (it := globals().get('it')) else 'stop') != 'stop': pass
print(line)
data = [1, 2, 3, 4]
print([last := x for x in data if (half := x / 2) > 1], last, half)
def f(a, b=(d := 7)): return a + b
print(f(a := 1), 'a' in globals(), d)
print(f(1, b=(q := 2)), q)
x = (p := 1, 2)
print(x, p)
print(any((hit := v) > 2 for v in data), hit)
def g():
    [inner := i for i in range(3)]
    return inner
print(g())
lst = [5, 6, 7]
print(lst[i := 1], i, {m := 3}, {(k := 'key'): (v := 'val')}, k, v)
f2 = lambda: (w := 1) + w
print(f2())
print(f'{(t := 9)} {t:=5}')
def h():
    global gg
    return (gg := 'global')
print(h(), gg)
