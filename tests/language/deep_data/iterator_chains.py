# Chains of iterators: what comes through hundreds of them, and that long ones can be dropped.
def chain(start, step, n):
    for _ in range(n): start = step(start)
    return start
def sub(x): yield from x
def loop(x):
    for v in x: yield v
steps = {'map': lambda x: map(abs, x), 'zip': zip, 'enumerate': enumerate, 'filter': lambda x: filter(None, x), 'yield from': sub, 'generator': loop, 'expression': lambda x: (v for v in x), 'iter': iter}
for name, step in steps.items():
    for n in (0, 1, 150):
        it = chain(iter([1, 2, 3]), step, n)
        first = next(it)
        depth = 0
        while isinstance(first, tuple): first, depth = first[-1], depth + 1
        print(name, n, first, depth, len(list(it)), next(it, 'end'))
for name in ('yield from', 'generator', 'expression'):
    it = chain(iter([1]), steps[name], 600)
    try: print(name, next(it))
    except RecursionError as e: print(name, e)
it = chain(iter([1]), sub, 100000)
del it
print('dropped')
