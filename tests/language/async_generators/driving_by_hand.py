# Async generators: __anext__, asend, athrow, aclose driven with send.
def step(aw):
    try:
        while True: print('  pause', aw.send(None))
    except StopIteration as e: return e.value
class P:
    def __init__(self, v): self.v = v
    def __await__(self): yield self.v
async def g():
    try:
        await P('first')
        x = yield 1
        print('  got', x)
        await P('second')
        y = yield 2
        print('  got', y)
    except ValueError as e:
        print('  caught', e)
        yield 'recovered'
    finally:
        await P('cleanup')
        print('  finally')
a = g()
print(type(a).__name__, a.__aiter__() is a, type(a.__anext__()).__name__, a.__name__, a.ag_running,
    a.ag_await, a.ag_code.co_name)
print(step(a.__anext__())); print(step(a.asend('A')))
try: step(a.asend('B'))
except StopAsyncIteration as e: print('stop', e.args)
try: step(a.__anext__())
except StopAsyncIteration: print('stop again')
a = g()
step(a.__anext__())
print(step(a.athrow(ValueError('thrown'))))
print(step(a.aclose()))
print(step(a.aclose()))
a = g(); print(step(a.aclose()))
try: step(a.__anext__())
except StopAsyncIteration: print('closed')
a = g()
try: step(a.asend(5))
except TypeError as e: print(e)
a = g(); step(a.__anext__())
try: step(a.athrow(KeyError('k')))
except KeyError as e: print(repr(e))
for code in 'next(a)', 'iter(a)', 'list(a)', 'for x in a: pass', 'a()', 'len(a)':
    try: exec(code)
    except TypeError as e: print(e)
