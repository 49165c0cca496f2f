# native functions that call back get as deep in a greenlet as the recursion limit has it
import greenlet


def keyed(depth):
    return depth if depth == 0 else max([depth], key=lambda value: keyed(depth - 1))


class Chain:
    def __getattr__(self, name):
        depth = int(name[1:])
        return "end" if depth == 0 else getattr(self, f"a{depth - 1}")


def nested(depth):
    made = []
    for _ in range(depth):
        made = [made]
    return len(repr(made))


def all_of_them():
    print(keyed(320))
    print(Chain().a320)
    print(nested(700))


all_of_them()
greenlet.greenlet(all_of_them).switch()
