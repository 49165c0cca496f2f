# What `x = yield` assigns to keeps its value when the yield raises.


def own():
    x = "before"
    try:
        x = yield
    except ValueError:
        print(x)
    yield x


def delegating(iterable):
    x = "before"
    try:
        x = yield from iterable
    except ValueError:
        print(x)
    yield x


for generator in (own(), delegating([1, 2]), delegating(own for own in "ab")):
    next(generator)
    print(generator.throw(ValueError))
generator = own()
next(generator)
print(generator.send("sent"))
