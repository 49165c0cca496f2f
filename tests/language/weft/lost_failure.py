# a failure that nobody looks at is told at the end, with its traceback and where it was spawned
# weft only
import weft


def work(name):
    weft.sleep(0)
    if name == "seen":
        raise KeyError(name)
    raise ValueError(name)


def start():
    return spawn(work, "lost")


seen = spawn(work, "seen")
lost = start()
lost.name = "the one"
joinall([seen, lost])
print(type(seen.exception()).__name__)
