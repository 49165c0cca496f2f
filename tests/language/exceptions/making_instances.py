# How exceptions are made: arguments with and without an __init__ or __new__ of the class's own.
class Plain(ValueError):
    pass


class Own(Exception):
    def __init__(self, text, position=0, **more):
        self.position = position
        self.more = more


class Passing(KeyError):
    def __init__(self, text, position):
        super().__init__(f"{text} at {position}")
        self.position = position


class Wrong(Exception):
    def __init__(self):
        return 5


class Made(Exception):
    def __new__(cls, *args, **keywords):
        made = super().__new__(cls, "from new", *args)
        made.keywords = sorted(keywords)
        return made

    def __init__(self, *args, **keywords):
        pass


class Stop(StopIteration):
    def __init__(self, *args):
        pass


class Failing(Exception):
    def __init__(self, x):
        raise LookupError(x)


def show(make):
    try:
        error = make()
    except Exception as raised:
        print(type(raised).__name__, raised)
    else:
        print(type(error).__name__, error.args, str(error), getattr(error, "__dict__", None))


for _ in range(3):
    show(lambda: Plain())
    show(lambda: Plain(1, 2))
    show(lambda: Own("a", 3))
    show(lambda: Own("a", position=3, other=4))
    show(lambda: Passing("a", 3))
    show(lambda: Wrong())
    show(lambda: Made(1, key=2))
    show(lambda: Failing(7))
print(Stop(1).value, Stop(1).args, StopIteration(1).value, SystemExit(3).code)
show(lambda: ValueError(x=1))
show(lambda: Plain(1, x=1))
show(lambda: Own())
show(lambda: BaseException.__new__(Plain, 1, x=2))
error = Plain(1)
print(error.__init__(4, 5), error.args, Exception.__init__(error), error.args)
for wrong in (lambda: Exception.__init__(), lambda: Exception.__init__(3), lambda: Exception.__new__(),
              lambda: Exception.__new__(int)):
    try:
        wrong()
    except TypeError as raised:
        print("TypeError")


def thrower(n):
    if n == 0:
        raise Own("deep", 1)
    try:
        thrower(n - 1)
    except Own as caught:
        raise Passing(caught.args[0], n) from caught


try:
    thrower(2)
except KeyError as caught:
    print(type(caught).__name__, caught.position, caught.args, repr(caught.__cause__))
