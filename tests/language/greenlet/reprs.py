# The repr tells type, parent and state.
from greenlet import greenlet, getcurrent

main = getcurrent()


def masked(value):
    words = []
    text = repr(value)
    while "0x" in text:
        before, _, text = text.partition("0x")
        words.append(before + "ADDRESS")
        while text and text[0] in "0123456789abcdef":
            text = text[1:]
    return "".join(words) + text


def body():
    print("current", masked(getcurrent()))
    main.switch()


class Sub(greenlet):
    pass


g = greenlet(body)
print("new", masked(g))
g.switch()
print("parked", masked(g))
g.switch()
print("dead", masked(g))
print("main", masked(main))
print("sub", masked(Sub(body)))
print(repr(greenlet))
