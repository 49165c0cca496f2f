# Switches inside comprehensions, lambdas, properties and operators keep every value.
from greenlet import greenlet, getcurrent

main = getcurrent()


class Thing:
    @property
    def value(self):
        return main.switch("property")

    def __add__(self, other):
        return main.switch("add") + other

    def __getitem__(self, key):
        return main.switch("item %s" % key)

    def __eq__(self, other):
        return main.switch("eq")

    def __iter__(self):
        yield main.switch("iter 1")
        yield main.switch("iter 2")

    def __enter__(self):
        return main.switch("enter")

    def __exit__(self, *exc):
        return main.switch("exit")

    def __hash__(self):
        return main.switch("hash")

    def __str__(self):
        return main.switch("str")


def body():
    t = Thing()
    result = [t.value, t + 1, t["k"], t == 3, [x * 2 for x in t]]
    with t as entered:
        result.append(entered)
    result.append({t: 1}[t] if False else len({t}))
    result.append(str(t))
    result.append(f"<{t}>")
    result.append({x for x in t})
    return result


g = greenlet(body)
value = g.switch()
step = 0
while not g.dead:
    print(value)
    step += 1
    value = g.switch("s" if value == "str" else step)
print(value)
