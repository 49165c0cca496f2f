# Fields are evaluated left to right in the enclosing scope, specs before formatting.
def n(x):
    print('eval', x, end='; ')
    return x
print(f'{n(1)} {n(2):{n(3)}} {n(4)!r:>{n(5)}}')
class C:
    v = 'class'
    s = f'{v}'
    f = lambda self: f'{self.s} {__class__.__name__}'
print(C.s, C().f())
def outer():
    loc = 'local'
    def inner(): return f'{loc} {glob}'
    return inner(), f'{[loc for _ in "x"]}', [f'{i}{loc}' for i in range(2)], (lambda: f'{loc}!')()
glob = 'global'
print(outer())
def kw(*, a, b=f'{1 + 1}'): return f'{a}{b}'
print(kw(a='A'))
fs = [lambda i=i: f'{i}' for i in range(3)]
print([f() for f in fs], {f'{k}': f'{v:02}' for k, v in {'a': 1}.items()})
print(f'{"a"}' 'b' f'{"c"}' "d{e}", ('x' f'{1}' 'y').upper(), f'' == '', f'a' 'b', repr(f'{""}'),
    f'{"a" f"{1}" "b"}')
def doc(): f'not a doc {1}'
print(doc.__doc__)
def g():
    f'{print("evaluated even when unused")}'
g()
x = 'before'
print(f'{x} {(x := "after")} {x}')
assert f'{glob}' == 'global', f'{1 / 0}'
