# globals, locals and vars in all kinds of scope.
g = globals()
g['dynamic'] = 'made through globals()'
print(dynamic, g is globals(), g['__name__'], '__file__' in g, locals() is g, vars() is g)
del g['dynamic']
try: dynamic
except NameError as e: print(e)
def f(a, *b, c=1, **d):
    before = dict(locals())
    e = 5
    def inner(): return e, sorted(locals())
    return before, sorted(locals()), inner()
print(f(0, 1, z=2))
class C:
    x = 1
    def m(self): return sorted(locals())
    names = sorted(k for k in locals() if k[0] != '_')
    y = [sorted(locals()) for q in 'a'][0]
print(C.names, C().m(), C.y)
def gen():
    x = 1
    yield locals().copy()
    y = 2
    yield sorted(locals())
it = gen(); print(next(it), next(it))
print((lambda a, b=2: locals())(1), [locals() for i in range(1)][0]['i'],
    sorted(eval('locals()', {}, {'k': 1})), exec('l = sorted(locals())', {}, d := {}), d)
def modify():
    x = 1
    locals()['x'] = 99
    l = locals(); l['new'] = 1
    return x, 'new' in locals()
print(modify()[0])
def globals_of_def(): return globals()
ns = {}
exec('def h(): return globals()', ns)
print(ns['h']() is ns, globals_of_def() is g, f.__globals__ is g)
