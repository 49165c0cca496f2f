# What sys.exc_info() and contexts show inside a chain depends on who resumes it now.
import sys


def handled():
    return repr(sys.exc_info()[1])


def contexts(error):
    found = []
    while error is not None:
        found.append(repr(error))
        error = error.__context__
    return " <- ".join(found)


def leaf():
    while True:
        try:
            yield handled()
        except KeyError as error:
            yield "caught " + contexts(error) + ", handling " + handled()


def middle():
    yield from leaf()


def outer():
    try:
        raise LookupError("outer")
    except LookupError:
        inner.append(middle())
        yield from inner[0]


plain = middle()
print(next(plain))
try:
    1 / 0
except ZeroDivisionError:
    print(next(plain), plain.throw(KeyError("thrown")))
print(next(plain), next(plain))

inner = []
chain = outer()
print(next(chain), next(inner[0]), next(chain))
try:
    1 / 0
except ZeroDivisionError:
    print(next(chain), next(inner[0]), next(chain), next(inner[0]))
    try:
        next(inner[0])
        print(next(chain))
        print(chain.throw(KeyError("thrown")), next(chain))
        chain.throw(ValueError("through"))
    except ValueError as error:
        print(contexts(error))
    print(handled())
print(handled())


def several(depth):
    try:
        raise LookupError(depth)
    except LookupError:
        if depth:
            yield from several(depth - 1)
        else:
            yield handled()
            raise
    print("not reached")


chain = several(3)
print(next(chain))
try:
    next(chain)
except LookupError as error:
    print(contexts(error))
chain = several(3)
next(chain)
try:
    chain.throw(ValueError("thrown"))
except ValueError as error:
    print(contexts(error))
chain = several(2)
next(chain)
try:
    1 / 0
except ZeroDivisionError:
    chain.close()
    print(handled())


def closing(name):
    try:
        yield from () if name == "inner" else closing("inner")
        yield
    except GeneratorExit as error:
        print(name, contexts(error))
        raise


chain = closing("outer")
next(chain)
try:
    1 / 0
except ZeroDivisionError:
    chain.close()
