# When a greenlet ends, its parent goes on, not the one that switched to it.
from greenlet import greenlet

order = []


def child():
    order.append("child")
    return "from child"


def parent():
    order.append("parent")
    value = middle.switch()
    order.append(("parent got", value))
    return "from parent"


def switcher():
    order.append("switcher")
    child_greenlet.switch()
    order.append("never")


parent_greenlet = greenlet(parent)
middle = greenlet(switcher)
child_greenlet = greenlet(child, parent_greenlet)
print(parent_greenlet.switch())
for entry in order:
    print(entry)
print(middle.dead, child_greenlet.dead, parent_greenlet.dead)
