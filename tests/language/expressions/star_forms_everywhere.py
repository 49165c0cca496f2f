# Stars in assignments, calls, displays, returns, subscripts, for targets; del of every target.
*a, b = 1, 2, 3; print(a, b)
a, *b, c = 'xyz'; print(a, b, c)
[a, [b, *c], *d] = 1, (2, 3, 4), 5, 6; print(a, b, c, d)
(a, *b), c = [1, 2], 3; print(a, b, c)
*a, = range(3); print(a)
[*a] = {}; print(a)
for i, *j in [(1, 2, 3), (4,)]: print(i, j, end=' ')
for *i, in [[1]]: print(i)
for x in *[1, 2], *(3,): print(x, end=' ')
print()
def r(): return 1, *[2, 3], *()
def y(): got = yield 1, *[2]; yield got
print(r(), next(y()))
print([*range(2), *'ab'], (*[1],), {*[1], *[1, 2]}, {**{'a': 1}, 'b': 2, **{'a': 3}}, print(*[1, 2], *(3,), sep='-', **{'end': ' '}))
class G:
    def __getitem__(self, k): return k
    def __setitem__(self, k, v): print('set', k, v, end=' ')
    def __delitem__(self, k): print('del', k, end=' ')
g = G(); print(g[*[1, 2]], g[1, *[2], 3], g[*()], g[1:2, *[3]], g[*[1],])
g[*[1, 2]] = 5; del g[*[3]]
a, g[0], *g[1] = 7, 8, 9; print(a)
class O: pass
o = O(); o.x, *o.y = 1, 2, 3; print(o.x, o.y)
i = 0; l = [0, 0, 0]; i, l[i] = 1, 5; print(i, l)
x = y = z = [1]; y.append(2); print(x, z is y)
a = b, c = 1, 2; print(a, b, c)
x = l[:] = [7, 8]; print(x, l); l[0:1] = 'abc'; print(l); l[::2] = 1, 2; print(l)
del l[0], (a, [b]), o.x
try: print(a)
except NameError as e: print(e)
del ()
del []
del (c)
for src in ('a, b = 1', 'a, b = 1, 2, 3', 'a, b = [1]', '*a, b = []', 'a, *b, c = [1]', '[a] = 1, 2', 'a, b = {}', 'a, b = "abc"', '(a, b), c = 1, 2', 'a, b = None', '*a, = 5', 'a, b = (i for i in range(3))', 'x = *1,', 'f = print(*5)', 'print(**5)', 'print(**{1: 2})', 'print(*[], **{"a": 1}, **{"a": 2})', 'print(end="", **{"end": ""})', 'x = {**5}', 'x = [*5]', 'x = {*[[]]}', 'del undefined', 'del (a, undefined)'):
    try: exec(src, {}); print('ok', src)
    except Exception as e: print(src, '->', type(e).__name__, e)
for src in ('*a = 1', '*a', 'x = *a', 'a, *b, *c = 1', 'del *a', 'del a, *b', 'return *a', '(*a)', '[*a for a in b]', 'f(**a, *b)', 'f(**a, b)', 'f(a=1, b)', 'f(a=1, *b)', 'f(a=1, a=2)', 'f(*)', 'f(**)', '*a += 1', 'a, b += 1', '(a, b): int = 1', '[a]: int', 'f() = 1', 'f() += 1', '1 = x', 'None = 1', 'x + 1 = 2', '(x, 1) = 2', '[x, f()] = 2', 'x if y else z = 1', 'lambda: x = 1', 'x = y = 1 = z', '"a" = 1', 'f"a" = 1', '... = 1', 'del f()', 'del 1', 'del x + 1', 'del (x, 1)', 'del None', 'del "a"', 'for 1 in x: pass', 'for f() in x: pass', 'for x, 1 in y: pass', 'with a as 1: pass', 'with a as f(): pass', '(a := 1) = 2', 'a := 1', 'a.b := 1', '(a.b := 1)', '(a[0] := 1)', '(1 := 2)', 'x = (a, b := 1, 2)', 'f(a := 1, b=(c := 2))', 'f(a=b := 1)', 'del x,', 'a[*b:c]', 'a[**b]', 'x: *a', 'def f(*a: *b): pass', 'print *a', 'not x = 1', 'x < y = 1', '-x = 1', 'await x = 1', '{a: 1} = 2', '{a} = 2', 'x = 1, *y = 2'):
    try: compile(src, 's', 'exec'); print('ok', src)
    except SyntaxError as e: print(src, '->', e.msg, e.offset, e.end_offset)
