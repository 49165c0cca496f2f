# Order of evaluation, errors passing out, and what a comprehension leaves behind.
def v(x): print(x, end=' '); return x
print([v(x) for x in v([1, 2]) if v(True)])
print({v(k): v(w) for k, w in v([(1, 'a')])})
print([v(a) + v(b) for a in v([1]) for b in v([2, 3]) if v(b) > 2])
try: [1 / x for x in (1, 0)]
except ZeroDivisionError as e: print(e)
try: [x for x in 5]
except TypeError as e: print(e)
try: [y for x in [1] for y in x]
except TypeError as e: print(e)
try: {x: 1 for x in [[]]}
except TypeError as e: print(e)
try: [a for a, b in [(1,)]]
except ValueError as e: print(e)
try: {[] for _ in 'a'}
except TypeError as e: print(e)
try: [undefined for _ in 'a']
except NameError as e: print(e)
try: x
except NameError as e: print(e)
def gen():
    try: yield 1; yield 2
    finally: print('generator closed')
g = gen()
try: [x.missing for x in g]
except AttributeError as e: print(e)
g.close()
out = []
try: [out.append(i) or 1 / (i - 2) for i in range(5)]
except ZeroDivisionError: print(out)
def loop():
    for i in range(3): [i for i in 'abc']; print(i, end=' ')
loop()
i = 'kept'; [i for i in range(3)]; {i for i in range(3)}; print(i)
print([i for i in range(3)][-1:], len([0 for _ in range(10000)]), sum([j for j in range(1000)]))
