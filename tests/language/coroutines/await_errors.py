# What cannot be awaited, and misuse of coroutine objects.
def run(c):
    try:
        while True: c.send(None)
    except StopIteration as e: return e.value
async def aw(x): return await x
class NoIter:
    def __await__(self): return 5
class ReturnsList:
    def __await__(self): return [1]
class NoneAwait: __await__ = None
async def co(): return 'co'
def gen(): yield 1
class Iter:
    def __await__(self): return iter([1, 2])
for x in 5, None, 'a', [1], gen(), NoIter(), ReturnsList(), NoneAwait(), object(), co, int:
    try: print(run(aw(x)))
    except TypeError as e: print(e)
bad = co()
class Bad2:
    def __await__(self): return bad
try: run(aw(Bad2()))
except TypeError as e: print(e)
bad.close()
print(run(aw(Iter())), run(aw(co())))
c = co()
for code in ('list(c)', 'next(c)', 'iter(c)', 'for x in c: pass', 'c()', 'c[0]', 'len(c)', '[*c]',
        'a, b = c'):
    try: exec(code); print(code, 'ok')
    except TypeError as e: print(code, '->', e)
print(run(c))
try: run(aw(c))
except RuntimeError as e: print(e)
def yf(): yield from co_obj
co_obj = co()
try: list(yf())
except TypeError as e: print(e)
co_obj.close()
async def twice(): return await shared
shared = co(); print(run(twice()))
try: run(twice())
except RuntimeError as e: print(e)
