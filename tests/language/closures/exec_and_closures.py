# exec and eval do not see enclosing function variables unless captured.
def f():
    x = 'local'
    print(eval('x'))
    def g():
        try: return eval('x')
        except NameError as e: return str(e)
    def h():
        x
        return eval('x')
    return g(), h()
print(f())
def k():
    ns = {}
    exec('def made(a):\n    def inner(): return a\n    return inner', ns)
    return ns['made'](5)()
print(k())
code = compile('lambda: y', '', 'eval')
y = 'global y'
def m():
    y = 'local y'
    return eval(code)(), eval(code, {'y': 'given'})()
print(m())
def n():
    z = 1
    exec('z = 2')
    return z
print(n())
def closure():
    v = 1
    def inner(): return v
    return inner
c = closure()
try: exec(c.__code__)
except TypeError as e: print(e)
try: eval(c.__code__)
except TypeError as e: print(e)
