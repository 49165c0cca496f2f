# for loop targets: any assignable; the name lives on; changes do not affect iteration.
for i in range(3): i = 'changed'
print(i)
for i in []: pass
print(i)
d = {}
for d['k'] in 'ab': print(d)
class C: pass
for C.x in range(2): print(C.x)
for [a, (b, *c)] in [(1, (2, 3, 4))]: print(a, b, c)
l = [0, 0]
for l[0], l[1] in [(1, 2), (3, 4)]: print(l)
for x in (lst := [1, 2, 3]):
    if len(lst) < 6: lst.append(x * 10)
print(lst)
lst = [1, 2, 3, 4]
for x in lst: lst.remove(x)
print(lst)
try:
    for x in 5: pass
except TypeError as e: print(e)
try:
    for k in (d := {1: 1}): d[2] = 2
except RuntimeError as e: print(e)
try:
    for k in (s := {1}): s.add(2)
except RuntimeError as e: print(e)
n = 0
for i in range(n := 3): pass
print(i, n)
