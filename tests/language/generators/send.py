# send(): values into yield expressions, priming, interleaving.
def averager():
    total = count = 0
    avg = None
    while True:
        v = yield avg
        if v is None: break
        total += v; count += 1
        avg = total / count
    return total, count
a = averager()
print(next(a), a.send(10), a.send(20), a.send(33))
try: a.send(None)
except StopIteration as e: print(e.value)
def echo():
    r = 'primed'
    while True: r = yield f'<{r}>'
e = echo()
try: e.send('too early')
except TypeError as x: print(x)
print(e.send(None), e.send('a'), next(e), e.send([1]))
def two():
    x = (yield 1) + (yield 2)
    print('sum', x)
    y = yield
    print('y', y)
t = two(); print(next(t), t.send(10), t.send(20))
try: t.send('fin')
except StopIteration as s: print('stopped', s.value)
try: t.send(1)
except StopIteration as s: print('finished', s.args)
def expr():
    print([(yield 'a'), (yield 'b')], {(yield 'k'): (yield 'v')}, (yield 'c') or (yield 'd'))
g = expr(); print(next(g), g.send(1), g.send(2), g.send('key'), g.send('val'), g.send(0))
try: g.send('from or')
except StopIteration: pass
def called():
    def f(*a, **k): return a, k
    r = f((yield 1), *(yield 2), k=(yield 3))
    yield r
g = called(); next(g); g.send('x'); g.send([5, 6]); print(g.send('kw'))
