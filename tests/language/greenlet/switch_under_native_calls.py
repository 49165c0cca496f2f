# Switches below sorted(), map(), min(), functions called by native code and back.
from greenlet import greenlet, getcurrent

main = getcurrent()


def key(value):
    return main.switch(("key", value))


def body(name):
    result = sorted([3, 1, 2], key=key)
    result += list(map(key, "ab"))
    result.append(min([5, 4], key=key))
    result.append(max(map(key, [7])))
    return name, result


one = greenlet(body)
two = greenlet(body)
values = [one.switch("one"), two.switch("two")]
turn = 0
while not (one.dead and two.dead):
    g = (one, two)[turn % 2]
    if not g.dead:
        kind, value = values[turn % 2]
        print("one" if g is one else "two", kind, value)
        values[turn % 2] = g.switch(str(value))
    turn += 1
print(values)
