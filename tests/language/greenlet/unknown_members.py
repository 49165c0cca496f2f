# Unknown attributes and wrong arguments of the methods are refused.
from greenlet import greenlet

g = greenlet(lambda: None)


def attempt(text, action):
    try:
        print(text, action())
    except Exception as error:
        print(text, type(error).__name__)


for text, action in (("attribute", lambda: g.unknown), ("throw", lambda: g.throw(1, 2, 3, 4)),
                     ("order", lambda: g < g), ("call", lambda: g()),
                     ("too many", lambda: greenlet(1, 2, 3)), ("keyword", lambda: greenlet(name=1))):
    attempt(text, action)
print(g == g, hash(g) == hash(g), g != greenlet())
