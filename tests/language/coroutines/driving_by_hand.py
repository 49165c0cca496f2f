# async functions driven with send: return values, await chains, state.
class Pause:
    def __init__(self, v): self.v = v
    def __await__(self):
        got = yield self.v
        return f'got {got}'
async def inner(n):
    r = await Pause(f'pause {n}')
    return n, r
async def main():
    a = await inner(1)
    b = await inner(2)
    return a, b
c = main()
print(type(c).__name__, c.__name__, c.__qualname__, c.cr_running, c.cr_suspended, c.cr_await)
print(c.send(None), c.cr_suspended, type(c.cr_await).__name__, c.cr_await.__name__)
print(c.send('x'))
try: c.send('y')
except StopIteration as e: print(e.value)
try: c.send(None)
except RuntimeError as e: print(e)
def run(coro, sends=()):
    sends = iter(sends); out = []
    try:
        v = None
        while True:
            out.append(coro.send(v))
            v = next(sends, None)
    except StopIteration as e: return out, e.value
async def nothing(): pass
async def direct(): return 5
async def nested(): return await direct() + await direct()
async def many(): return [await Pause(i) for i in range(3)]
print(run(nothing()), run(direct()), run(nested()), run(many(), 'abc'))
async def expr(): return (await Pause(1), [await Pause(2)], {await Pause(3): await Pause(4)},
        f'{await Pause(5)}', -(await direct()), await direct() ** 2)
print(run(expr(), 'abcde'))
c = direct()
try: c.send(5)
except TypeError as e: print(e)
c.close()
