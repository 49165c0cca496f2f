# Decorators may be any expression, are evaluated top down and applied bottom up.
def note(tag):
    print('make', tag)
    def deco(f):
        print('apply', tag, f.__name__)
        return f
    return deco
@note('first')
@note('second')
def f(a=print('default')): return 'f'
print(f())
table = {'x': note}
@table['x']('sub')
@(lambda fn: fn)
def g(): return 'g'
print(g())
@note('cls')
class C:
    @staticmethod
    def s(): return 's'
    @(d := note('method'))
    def m(self): return 'm'
print(C.s(), C().m())
@str
def h(): pass
print(h[:11])
@lambda f: 42
def answer(): pass
print(answer)
@[note('list')][0]
class D: pass
