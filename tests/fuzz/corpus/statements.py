match {'a': [1, 2, (3, 'x')], 'b': 1.5}:
    case {'a': [int(p), *q], **r} if p: print(p, q, r)
    case [] | 1 | None: pass
    case _: x = 1
async def co(n):
    async with n as y, x: return [i async for i in n]
    await n
c = co(1)
try: c.send(None)
except StopIteration as e: print(e.value)
except BaseException as e: print(type(e))
for i in range(3):
    for j in range(3):
        if j == 2: break
        if i: continue
    else: x = i
else:
    y = lambda a, /, b=2, *c, d=4, **e: (a, b, c, d, e)
def outer():
    n = 0
    def inner():
        nonlocal n; n += 1; return n
    return inner
print(y(1, *[2, 3], d=5, **{'z': 1}), outer()(), [z := 5, z ** 2], not x < 5 <= 7 != 3)
global g; g: int = 3; del g
