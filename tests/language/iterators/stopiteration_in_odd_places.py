# StopIteration raised by functions called from loops, comprehensions and generators.
def stop(): raise StopIteration('early')
def loop():
    out = []
    try:
        for i in range(3):
            out.append(i)
            if i == 1: stop()
    except StopIteration as e: return out, e.value
print(loop())
def comp():
    try: return [stop() for _ in 'ab']
    except StopIteration as e: return 'caught', e.value
print(comp())
def gen():
    yield 1
    stop()
try: print(list(gen()))
except RuntimeError as e: print(e, '|', repr(e.__cause__), e.__cause__ is e.__context__)
try: list(stop() if x else x for x in [0, 1])
except RuntimeError as e: print(e)
def inner_next():
    it = iter([])
    yield next(it)
try: next(inner_next())
except RuntimeError as e: print(e)
def handled():
    it = iter([1])
    while True:
        try: yield next(it)
        except StopIteration: return
print(list(handled()))
def returns():
    yield 1
    return 'value'
g = returns(); next(g)
try: next(g)
except StopIteration as e: print(e.value, e.args)
def raiser():
    raise StopIteration('direct')
    yield
try: next(raiser())
except RuntimeError as e: print(repr(e.__cause__))
print(list(iter(lambda: stop(), 1)), list(map(lambda x: stop(), [1])), StopIteration().value,
    StopIteration(1, 2).value, StopIteration('v').value)
e = StopIteration(5); e.value = 6; print(e.value, e.args)
