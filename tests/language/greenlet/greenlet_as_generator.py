# Generators built from greenlets: each value a switch to the caller.
from greenlet import greenlet, getcurrent


class Generator(greenlet):
    def __init__(self, function, *args):
        super().__init__(function)
        self.arguments = args
        self.started = False

    def __iter__(self):
        return self

    def __next__(self):
        self.parent = getcurrent()
        if self.started:
            value = self.switch()
        else:
            self.started = True
            value = self.switch(*self.arguments)
        if self.dead:
            raise StopIteration
        return value


def give(value):
    getcurrent().parent.switch(value)


def tree(node):
    if node:
        left, value, right = node
        tree(left)
        give(value)
        tree(right)


nodes = (((None, 1, None), 2, (None, 3, None)), 4, ((None, 5, None), 6, None))
print(list(Generator(tree, nodes)))
print(list(zip(Generator(tree, nodes), Generator(tree, nodes))))
for a in Generator(tree, nodes):
    print(a, [b for b in Generator(tree, nodes) if b < a])
