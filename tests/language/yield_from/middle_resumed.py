# A generator that another delegates to can be resumed, thrown into and closed by somebody else, too.
import sys


def show(*generators):
    for g in generators:
        waits = g.gi_yieldfrom
        print(
            f"{g.__name__}: running {g.gi_running}, suspended {g.gi_suspended},",
            f"waits for {getattr(waits, '__name__', waits)}",
        )


def leaf():
    for i in range(6):
        try:
            got = yield i
            if got is not None:
                print("leaf got", got)
        except KeyError as error:
            print("leaf caught", repr(error))
    return "leaf value"


def middle():
    value = yield from leaf_generator
    print("middle has", value)
    return "middle value"


def outer(name):
    try:
        value = yield from middle_generator
        print(name, "has", value)
    except Exception as error:
        print(name, "caught", repr(error))
        yield name


leaf_generator = leaf()
middle_generator = middle()
first, second = outer("first"), outer("second")
first.__name__, second.__name__ = "first", "second"
print(next(first), next(second), next(middle_generator), next(leaf_generator))
show(first, second, middle_generator, leaf_generator)
print(first.send("from first"), second.throw(KeyError("thrown")))
print("f_back", [g.gi_frame.f_back for g in (first, middle_generator, leaf_generator)])
for g in (second, middle_generator, leaf_generator, first):
    try:
        print(g.__name__, next(g))
    except StopIteration as stop:
        print(g.__name__, "stopped", stop.value)
show(first, second, middle_generator, leaf_generator)

print("-- closed in the middle")
leaf_generator = leaf()
middle_generator = middle()
first = outer("first")
print(next(first))
middle_generator.close()
show(first, middle_generator, leaf_generator)
print(list(first))

print("-- the end of the chain runs its own beginning")


def circle(step):
    print("step", step, "runs", [g.gi_running for g in links])
    for g in links:
        for what in (lambda: next(g), lambda: g.send(1), lambda: g.throw(KeyError), lambda: g.close()):
            try:
                what()
            except Exception as error:
                print(type(error).__name__, error)
    names = []
    frame = sys._getframe()
    while frame is not None:
        names.append(frame.f_code.co_name)
        frame = frame.f_back
    print(names)
    yield step


def link(inner):
    return (yield from inner)


links = [circle(1)]
for i in range(3):
    links.append(link(links[-1]))
print(next(links[-1]))
print(next(links[1], "over"), [g.gi_running for g in links], next(links[3], "over"))

print("-- two that delegate to each other")


def ping():
    yield "ping"
    yield from pong_generator


def pong():
    yield "pong"
    yield from ping_generator


ping_generator, pong_generator = ping(), pong()
print(next(ping_generator), next(ping_generator))
try:
    next(pong_generator)
except ValueError as error:
    print(error)
print(list(ping_generator), list(pong_generator))


def own():
    try:
        yield from own_generator
    except ValueError as error:
        print(error)


own_generator = own()
print(list(own_generator))
