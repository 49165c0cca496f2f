# return and yield with every shape of value.
def a(): return
def b(): return 1, 2
def c(): return (yield)
def d():
    x = yield 1, 2
    y = yield
    return x, y
def e():
    print((yield 'arg'), (yield))
def f():
    yield from ()
    x = yield from [1]
    return x
def g(): return lambda: 1
def h(): return *(1, 2), 3
print(a(), b(), g()(), h())
it = c(); print(next(it))
try: it.send('sent')
except StopIteration as s: print(s.value)
it = d(); print(next(it), it.send('x'))
try: it.send('y')
except StopIteration as s: print(s.value)
it = e(); print(next(it), it.send('first'))
try: it.send('second')
except StopIteration: print('done')
print(list(f()))
def k():
    z = [(yield 1), (yield 2)]
    return z
it = k(); next(it); it.send('p')
try: it.send('q')
except StopIteration as s: print(s.value)
