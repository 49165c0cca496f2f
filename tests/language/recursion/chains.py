# A long chain that is suspended counts against the recursion limit again when it is resumed.
import sys

sys.setrecursionlimit(300)


def numbers(depth):
    if depth:
        try:
            yield from numbers(depth - 1)
        except RecursionError:
            if depth % 50 == 0:
                print("caught at", depth > 0)
            raise
    else:
        while True:
            yield len(log)


def call(depth, function):
    return call(depth - 1, function) if depth else function()


log = []
chain = numbers(200)
print(next(chain), call(50, lambda: next(chain)), next(chain))
try:
    call(200, lambda: next(chain))
except RecursionError as error:
    print(str(error)[:32])
print(list(chain))


def depth():
    try:
        return 1 + depth()
    except RecursionError:
        return 1


before = depth()
chain = numbers(200)
next(chain)
print(depth() == before)
for value in chain:
    inside = depth()
    break
print(inside == before)
chain.close()
print(depth() == before)

sys.setrecursionlimit(100000)
chain = numbers(5000)
print(sum(next(chain) for i in range(10)))
log.append(1)
print(sum(next(chain) for i in range(10)))
try:
    chain.throw(KeyError("thrown"))
except KeyError as error:
    count = 0
    traceback = error.__traceback__
    while traceback is not None:
        count += 1
        traceback = traceback.tb_next
    print(count)
