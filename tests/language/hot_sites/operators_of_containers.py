# Concatenation, repetition and % at sites that meet lists, tuples, strings and classes of one's own.
class MyList(list):
    def __add__(self, other):
        return "add", list(other)

    def __radd__(self, other):
        return "radd", list(other)


class Reflected:
    def __radd__(self, other):
        return "radd", other

    def __rmod__(self, other):
        return "rmod", other

    def __rmul__(self, other):
        return "rmul", other


class Text(str):
    def __rmod__(self, other):
        return "text rmod", other


def add(x, y):
    return x + y


def add_in_place(x, y):
    x += y
    return x


def modulo(x, y):
    return x % y


def times(x, y):
    return x * y


pairs = [([1], [2]), ((1,), (2,)), ("a", "b"), ([1], MyList([2])), (MyList([1]), [2]), ([1], Reflected()),
         ((1,), [2]), ([1], (2,)), ("a", 1), (1, "a"), ([], []), ((), ())]
for _ in range(3):
    for x, y in pairs:
        for operation in (add, add_in_place):
            try:
                print(operation(x[:] if isinstance(x, list) and type(x) is list else x, y), end=" ")
            except TypeError as error:
                print(error, end=" ")
    print()
row = [1]
print(add_in_place(row, row), row, add_in_place(row, "ab"), row)
for x, y in [("%s-%d", ("a", 1)), ("%s", [1]), ("%s", {"a": 1}), ("%(a)s", {"a": 1}), ("x", Reflected()), ("x", Text("y")),
             ("%s", Text("y")), ("x", ()), (7, 4), (7.5, 2), ("%d", "x"), ("%s %s", ("a",))]:
    try:
        print(modulo(x, y))
    except TypeError as error:
        print(error)
for x, y in [("ab", 3), ("ab", -1), ("ab", True), ("ab", Reflected()), ([1], 2), (3, "ab"), ("ab", 2.0), ((1,), 0)]:
    try:
        print(times(x, y))
    except TypeError as error:
        print(error)
