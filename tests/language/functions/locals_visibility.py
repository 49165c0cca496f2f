# locals() and vars() inside functions, before and after binding and deletion.
def f(a, b=2, *c, d, **e):
    x = 1
    return sorted(locals().items(), key=lambda kv: kv[0])
print(f(0, d=4, z=5))
def g():
    print(locals())
    x = 1
    print(locals())
    del x
    print(locals())
    for i in range(2): pass
    return locals()
print(g())
def h():
    y = 1
    def inner():
        y
        z = 2
        return sorted(locals())
    return inner()
print(h())
def k():
    x = 1
    locals()['x'] = 2
    locals()['new'] = 3
    return x
print(k())
def m():
    exec('q = 5')
    try: return q
    except NameError as e: return str(e)
print(m())
print(locals() is globals(), vars() is globals())
class C:
    a = 1
    locals()['b'] = 2
    print(sorted(n for n in locals() if n[0] != '_'))
print(C.b)
