# Binding of arguments to every kind of parameter, defaults evaluated once, errors in words.
def full(a, b=2, /, c=3, *rest, d, e=5, **more): return a, b, c, rest, d, e, more
def call(f, *a, **k):
    try: print(f(*a, **k))
    except TypeError as e: print(e)
call(full, 1, d=4); call(full, 1, 2, 3, 4, 5, d=6, x=7, a=8, b=9); call(full); call(full, 1); call(full, d=1); call(full, 1, c=5, d=1); call(full, 1, 2, 3, c=4, d=1)
def pos(a, b, /): return a, b
call(pos, 1, 2); call(pos, 1); call(pos, 1, 2, 3); call(pos, a=1, b=2); call(pos, 1, b=2); call(pos, 1, 2, c=3)
def kw(*, a, b=2, c): return a, b, c
call(kw, a=1, c=3); call(kw); call(kw, 1, a=1, c=2); call(kw, a=1, c=2, d=3); call(kw, 1, 2)
def one(a): return a
call(one); call(one, 1, 2); call(one, b=1); call(one, 1, a=2); call(one, **{'a': 1})
def three(a, b, c): return a
call(three); call(three, 1); call(three, b=1); call(three, 1, 2, 3, 4, 5)
def opt(a, b=1, c=2): return a, b, c
call(opt, 1, 2, 3, 4); call(opt); call(opt, 1, c=9); call(opt, c=1, b=2, a=3)
def none(): return 'none'
call(none, 1); call(none, x=1); call(none, *[], **{})
def rest(*args, **kwargs): return args, kwargs
call(rest, 1, *[2, 3], x=1, **{'y': 2, 'if': 3, '': 4}); call(rest, self=1, args=2, kwargs=3)
class A:
    def m(self, a, *, b=1): return a, b
    @classmethod
    def c(cls, a): return a
    @staticmethod
    def s(a): return a
    def __call__(self, a, /): return a
    def __init__(self, a=1): pass
a = A(); call(a.m); call(a.m, 1, 2); call(a.m, 1, b=3); call(A.m); call(a.c); call(A.c, 1, 2); call(a.s); call(a); call(a, a=1); call(A, 1, 2); call(A, z=1)
call(lambda: 0, 1); call(lambda x, *y, z=1: (x, y, z), 1, 2, z=3); call(lambda *, k: k)
def defaults(l=[], d={}): l.append(len(l)); return l
print(defaults(), defaults(), defaults([]), defaults.__defaults__, full.__kwdefaults__)
i = 5
def bound(x=i): return x
i = 6; print(bound())
defaults.__defaults__ = (None, 1); full.__kwdefaults__ = {'d': 'new'}; call(full, 1); full.__kwdefaults__ = None; call(full, 1, d=1)
one.__defaults__ = (9,); call(one); one.__defaults__ = None; call(one)
def closure(n): return lambda m=n: (n, m)
print([f() for f in [closure(k) for k in range(2)]])
def recursive(n, acc=()): return acc if n == 0 else recursive(n - 1, acc + (n,))
print(recursive(3))
def deco(*args): print('made', args, end='; '); return lambda f: (print('applied to', f.__name__, end='; '), f)[1]
@deco(1)
@deco(2)
def decorated(): 'doc'
print(decorated.__doc__)
@(lambda f: 'replaced')
def gone(): pass
@[print, str][1]
class Gone: pass
print(gone, Gone[:9])
for src in ('def f(a, a): pass', 'def f(a=1, b): pass', 'def f(*, **k): pass', 'def f(*): pass', 'def f(**k, a): pass', 'def f(**k, *a): pass', 'def f(/, a): pass', 'def f(a, /, b, /): pass', 'def f(*a, /): pass', 'def f(*a, *b): pass', 'def f(a, *, /): pass', 'def f(*, a=1, b): pass', 'lambda a, a: 0', 'lambda *: 0', 'def f(a.b): pass', 'def f((a, b)): pass', 'def f(a, (b)): pass', 'def f(1): pass', 'def f(None): pass', 'def f(*a=1): pass', 'def f(**k=1): pass', 'def f(a:): pass', 'def f() -> : pass', 'def f(a, b) pass', 'def f: pass', 'def f()', 'def (): pass', 'def f(a b): pass', 'def f(a,, b): pass', 'def f(*, a, *, b): pass', 'def f(a): global a', 'def f(a): nonlocal a', 'def f():\n nonlocal zz', 'nonlocal x', 'def f():\n x = 1\n global x', 'def f():\n print(x)\n global x', 'def f():\n global x, x', 'def f(__debug__): pass', 'f(__debug__=1)', 'class __debug__: pass', 'def __debug__(): pass', '@\ndef f(): pass', '@x y\ndef f(): pass', '@x\nx = 1', 'async x = 1', 'async def f(): yield from x', 'async lambda: 0', 'def f(): await x', 'def f(): async with x: pass', 'def f(): async for i in x: pass', 'def f(): [x async for x in y]', 'return', 'yield', 'class A: return 1', 'class A: yield', 'break', 'continue', 'def f(): break', 'while 1:\n def f(): continue', 'for x in y:\n class A: break', 'if 1: break', 'try: pass', 'try: pass\nelse: pass', 'try: pass\nexcept: pass\nexcept A: pass', 'try: pass\nfinally: pass\nexcept: pass', 'raise x from', 'with: pass', 'with a, : pass', 'with (a, b): pass', 'with (a as b, c as d,): pass', 'with (a as b): pass', 'with a as b, (c as d): pass', 'else: pass', 'elif x: pass', 'if x pass', 'if x = 1: pass', 'while x = 1: pass', 'for x in: pass', 'for x y: pass', 'for in y: pass', 'class A(: pass', 'class A(b=1, **c, *d): pass', 'class A(x for x in y): pass', 'pass pass', 'x = 5 +', 'x = (1 +', 'x = )', 'x = (]', 'assert', 'assert x,', 'import', 'global', 'global 1', 'del', 'lambda', 'print "x"', 'print x, y', 'exec "x"', 'x++', 'x--', '++x', 'a = b c', 'a b', 'a.1', '1.a', '1a', '0x', '1_000_', '0_7', '08', '1e', 'x is not in y', 'not in x', 'a <> b', 'a ! b', 'a ? b', 'a && b', 'a || b', '!a', 'x =', '= x', ':', 'a:b:c', '{a:}', '{:a}', '{a, b: c}', '{a: b, c}', '{**a, b}', '{*a, b: c}', '[a, b', '(a, b', 'f(a, b', '"abc', "'''abc", 'x = "a" b', '"a" 5', 'True = 1', 'x.True = 1', 'f(True=1)', 'def True(): pass', 'class None: pass', 'import None', 'for None in x: pass', 'x = yield = 1', 'if True:\n x\n  y', 'if True:\nx', '  x\ny', 'if 1:\n\tx\n        y', 'x\n y'):
    try: compile(src, 's', 'exec')
    except SyntaxError as e: print(repr(src), '->', type(e).__name__, e.msg, e.lineno, e.offset, e.end_lineno, e.end_offset)
    else: print(repr(src), 'ok')
