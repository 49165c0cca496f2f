# enumerate, zip, map, filter, reversed: laziness, lengths, strictness, arguments.
print(list(enumerate('ab')), list(enumerate('ab', 5)), list(enumerate('a', start=-1)),
    list(enumerate([], 3)), next(enumerate(iter('x'), 2 ** 70)), dict(enumerate('ab')))
print(list(zip()), list(zip('ab')), list(zip('ab', [1, 2, 3])),
    list(zip('abc', range(5), (x for x in 'xy'))), list(zip(*[[1, 2], [3, 4]])),
    list(zip('ab', 'cd', strict=True)), [*zip([])], dict(zip('ab', 'cd')))
for args in ('ab', 'c'), ('a', 'bc'), ('ab', 'cd', 'e'), ('a', 'b', 'cde'), ('', 'a'):
    try: print(list(zip(*args, strict=True)))
    except ValueError as e: print(e)
print(list(map(str, [1, 2])), list(map(lambda a, b: a + b, [1, 2, 3], [10, 20])),
    list(map(max, 'ab', 'ba', 'cc')), list(map(int, '123')), list(map(None.__class__, [])),
    list(filter(None, [0, 1, '', 'a', [], None, True])), list(filter(str.isdigit, 'a1b2')),
    list(filter(lambda x: x > 1, range(4))))
log = []
def f(x): log.append(x); return x * 2
m = map(f, [1, 2, 3]); print(log, next(m), log, list(m), log)
it = iter([1, 2, 3, 4, 5])
print(list(zip(it, it)), list(it))
it = iter([1, 2, 3])
print(list(zip([9], it)), next(it))
it = iter([1, 2, 3])
print(list(zip(it, [9])), next(it))
def bad(x): raise KeyError(x)
for code in ('next(map(bad, [1]))', 'list(map(5, [1]))', 'map()', 'map(str)', 'map(str, 5)', 'zip(1)',
        'zip([], 5)', 'enumerate(5)', 'enumerate()', 'enumerate([], "a")', 'enumerate([], 1.5)',
        'filter(5)', 'filter(None, 5)', 'list(filter(5, [1]))', 'zip(strict=1, foo=2)',
        'list(map(lambda: 0, [1]))', 'reversed(5)', 'next(filter(bad, [7]))', 'enumerate([], start=0, x=1)',
        'map(str, x=1)'):
    try: print(code, eval(code))
    except Exception as e: print(code, '->', type(e).__name__, e)
def stop(x):
    if x == 2: raise StopIteration
    return x
print(list(map(stop, [1, 2, 3])), list(filter(stop, [1, 3, 2, 4])), list(reversed('abc')),
    list(reversed([])), [*reversed(range(0, 6, 2))])
