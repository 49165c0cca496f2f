# functools.partial and partialmethod: calls, attributes, nesting, text forms, errors.
from functools import partial, partialmethod


def show(*args, **kwargs):
    return args, kwargs


p = partial(show, 1, 2, a=3)
print(p(), p(4), p(4, a=5, b=6))
print(p.args, p.keywords, p.func is show)
q = partial(p, 7, b=8)
print(q.args, q.keywords, q.func is show, q(9, a=0))
p.note = 'kept'
r = partial(p, 1)
print(r.func is p, p.__dict__, r())
print(repr(partial(int, '10', base=2)), partial(int, base=2)('101'))
print(partial(print, 'a', sep='-')('b', 'c'))


class Sub(partial):
    pass


print(repr(Sub(int, '1')), Sub(int, '12')(), type(Sub(int)).__name__)
for make in (lambda: partial(), lambda: partial(5), lambda: p.__setstate__(1),
             lambda: partial(show)(**{'x': 1})):
    try:
        print(make())
    except TypeError as error:
        print('TypeError', error)
import copy
c = copy.copy(p)
print(c.args, c.keywords, c.note, c(0))
d = partial(max, key=lambda x: -x)
print(d(3, 1, 2))
loop = partial(show)
loop.__setstate__((loop, (), {}, {}))
print(repr(loop))


class Cell:
    def __init__(self):
        self.alive = False

    def set_state(self, state, *rest, **more):
        self.alive = state, rest, more

    set_alive = partialmethod(set_state, True)
    set_dead = partialmethod(set_state, False, 'x', k=1)
    both = partialmethod(set_dead, 'y')
    static = partialmethod(staticmethod(show), 'static')
    cls = partialmethod(classmethod(lambda cls, *a: (cls.__name__, a)), 'c')


c = Cell()
c.set_alive()
print(c.alive)
c.set_dead('more', z=2)
print(c.alive)
c.both()
print(c.alive)
print(c.static(1), Cell.static(2), c.cls(3), Cell.cls(4))
Cell.set_alive(c, 5)
print(c.alive)
try:
    partialmethod(5)
except TypeError as error:
    print(error)


def deep(n):
    return partial(deep_partial, n)()


def deep_partial(n):
    return n if n == 0 else deep(n - 1)


print(deep(300))
try:
    partial(show, 1)(*5)
except TypeError as error:
    print(str(error)[-48:])
