# iter(callable, sentinel).
vals = iter([1, 2, 3, 'stop', 4])
print(list(iter(lambda: next(vals), 'stop')), next(vals))
n = 0
def tick():
    global n
    n += 1
    return n
it = iter(tick, 4)
print(next(it), list(it), next(it, 'done'), n, type(it).__name__, iter(it) is it)
class Eq:
    def __eq__(self, o): return o > 2
n = 0
print(list(iter(tick, Eq())))
def raises():
    raise StopIteration
print(list(iter(raises, None)))
def other(): raise KeyError('from callable')
try: list(iter(other, 1))
except KeyError as e: print(e)
try: iter(5, 1)
except TypeError as e: print(e)
lines = iter('a\nb\n\nc'.split('\n'))
print([x for x in iter(lines.__next__, '')], list(lines))
