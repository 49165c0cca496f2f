# Coroutines that await each other: resumed, thrown into, closed and awaited twice in the middle.
import sys


class Pause:
    def __init__(self, what):
        self.what = what

    def __await__(self):
        return (yield self.what)


async def innermost(name):
    try:
        for i in range(3):
            print(name, "got", await Pause(f"{name}{i}"))
    except ValueError as error:
        print(name, "caught", repr(error))
        print(name, "got", await Pause("handling"))
        raise KeyError(name) from error
    finally:
        print(name, "ends")
    return name


async def link(awaited, depth):
    if depth == 0:
        return await awaited
    try:
        return await link(awaited, depth - 1) + str(depth)
    except KeyError as error:
        print("level", depth, "passes", repr(error))
        raise


def drive(coroutine, *steps):
    try:
        for step in steps:
            print("->", coroutine.throw(step) if isinstance(step, BaseException) else coroutine.send(step))
    except BaseException as error:
        names = []
        traceback = error.__traceback__
        while traceback is not None:
            names.append(traceback.tb_frame.f_code.co_name)
            traceback = traceback.tb_next
        print("raised", type(error).__name__, error, getattr(error, "value", ""), names)


drive(link(innermost("a"), 4), None, 1, 2, 3)
drive(link(innermost("b"), 4), None, ValueError("thrown"), 2)
drive(link(innermost("c"), 4), None, GeneratorExit("out"))
coroutine = link(innermost("d"), 4)
drive(coroutine, None)
coroutine.close()
drive(coroutine, None)

print("-- awaited twice")
shared = innermost("e")
first, second = link(shared, 1), link(shared, 1)
drive(first, None)
drive(second, None)
drive(shared, 1)
drive(first, 2)
drive(first, None)

print("-- running")


async def again():
    print(outer.cr_running, inner.cr_running, outer.cr_await, inner.cr_await)
    for c in (outer, inner):
        for what in (lambda: c.send(None), lambda: c.throw(KeyError), lambda: c.close()):
            try:
                what()
            except Exception as error:
                print(type(error).__name__, error)
    await Pause("pause")


inner = again()
outer = link(inner, 0)
drive(outer, None)
print(outer.cr_running, inner.cr_running, outer.cr_await is inner, inner.cr_await.__class__.__name__)
print(outer.cr_frame.f_back, inner.cr_frame.f_back)
drive(outer, None)
print(outer.cr_await, inner.cr_frame)

print("-- through __await__")


class Wrapped:
    def __init__(self, coroutine):
        self.coroutine = coroutine

    def __await__(self):
        return self.coroutine.__await__()


class Generated:
    def __init__(self, coroutine):
        self.coroutine = coroutine

    def __await__(self):
        return (yield from self.coroutine.__await__()) + "!"


for wrap in (Wrapped, Generated):
    drive(link(wrap(innermost("f")), 1), None, 1, 2, 3)
    drive(link(wrap(innermost("g")), 1), None, ValueError("thrown"), 2)
    coroutine = link(wrap(innermost("h")), 1)
    drive(coroutine, None)
    coroutine.close()
    finished = innermost("i")
    finished.close()
    drive(link(wrap(finished), 1), None)
