# Many generators alive at once, deep delegation, recursion, long runs.
# heavy
gens = [(x for x in range(i, i + 3)) for i in range(1000)]
print(sum(next(g) for g in gens), sum(next(g) for g in gens), sum(sum(g) for g in gens))
def nest(n):
    if n == 0:
        got = yield 'bottom'
        return got
    r = yield from nest(n - 1)
    return r
g = nest(300); print(next(g))
try: g.send('up')
except StopIteration as e: print(e.value)
g = nest(200); next(g)
try: g.throw(ValueError('deep'))
except ValueError as e:
    n, tb = 0, e.__traceback__
    while tb: n += 1; tb = tb.tb_next
    print(e, n)
def count(n):
    i = 0
    while i < n:
        yield i
        i += 1
s = 0
for x in count(200000): s += x
print(s)
def rec():
    yield 1
    yield from rec()
try: print(len(list(rec())))
except RecursionError: print('recursion error')
chain = iter(range(5))
for _ in range(100): chain = (x + 1 for x in chain)
print(list(chain))
def round_robin(*its):
    its = [iter(i) for i in its]
    while its:
        for it in its[:]:
            try: yield next(it)
            except StopIteration: its.remove(it)
print(''.join(round_robin('ABC', 'D', 'EF')))
def sched(tasks):
    out = []
    while tasks:
        t = tasks.pop(0)
        try: out.append(next(t)); tasks.append(t)
        except StopIteration: pass
    return out
def task(n, k):
    for i in range(k): yield f'{n}{i}'
print(sched([task('a', 2), task('b', 3), task('c', 1)]))
