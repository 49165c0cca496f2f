# append, extend, insert, pop, remove, clear, reverse, copy and their results.
a = [1, 2, 3]
print(a.append(4), a.extend('xy'), a.extend(range(2)), a.insert(0, 'first'), a.insert(-1, 'before last'),
    a.insert(100, 'end'), a.insert(-100, 'start'), a)
print(a.pop(), a.pop(0), a.pop(-2), a.pop(True), a)
print(a.remove('x'), a.reverse(), a)
b = a.copy(); b.append('only b')
print(a == b, a is b, len(a), len(b), a.count(1), a.index('y'), a.index(3, 2))
a.clear(); print(a, a.copy(), bool(a))
c = [1, 2, 1, 3, 1, True, 1.0]
print(c.count(1), c.index(1, 1), c.index(1, 3, 5), c.index(3, -5)); c.remove(1); print(c)
for code in ('[].pop()', '[1].pop(5)', '[1].pop(-2)', '[].remove(1)', '[1].index(2)', '[1, 2].index(1, 1)',
        '[1].pop("a")', '[1].insert("a", 1)', '[1].extend(5)', '[1].insert(1)', '[1].index()',
        '[1].pop(1.0)', '[1].index(1, "a")', '[1].append()', '[].count()', '[1].clear(1)',
        '[1].index(1, 2 ** 70)', '[1].pop(2 ** 70)', '[1].index("x")'):
    try: print(code, eval(code))
    except Exception as e: print(code, '->', type(e).__name__, e)
d = [1, 2]
d.extend(d); d += d; print(d)
d.extend(x for x in d[:2]); d.extend({'k': 1}); d.extend(b'a'); print(d)
