# A subgenerator used by two outers, finished subgenerators, and reentrancy.
def sub():
    for i in range(6): yield i
    return 'end'
s = sub()
def outer(n):
    r = yield from s
    yield n, r
a, b = outer('a'), outer('b')
print(next(a), next(b), next(a), next(b), next(a), next(b), next(a), next(b), next(a, 'none'),
    next(b, 'none'))
def selfy(): yield from me
me = selfy()
try: next(me)
except ValueError as e: print(e)
done = iter([]); list(done)
def empty():
    r = yield from done
    yield r
print(list(empty()))
def stop_value():
    raise StopIteration('direct')
    yield
def over():
    try: r = yield from stop_value()
    except RuntimeError as e: yield repr(e)
print(list(over()))
def finish_inside():
    g = sub(); next(g); g.close()
    r = yield from g
    yield 'after closed', r
print(list(finish_inside()))
def tree_walk(t):
    if t:
        l, v, r = t
        yield from tree_walk(l)
        got = yield v
        if got: print('at', v, 'got', got)
        yield from tree_walk(r)
t = ((None, 1, None), 2, ((None, 3, None), 4, None))
w = tree_walk(t); print(next(w), w.send('x'), w.send('y'), next(w), next(w, 'done'), list(tree_walk(t)))
def accumulate():
    total = 0
    while True:
        v = yield
        if v is None: return total
        total += v
def collector(out):
    while True: out.append((yield from accumulate()))
out = []
c = collector(out); next(c)
for v in 1, 2, None, 10, None, 5: c.send(v)
print(out)
