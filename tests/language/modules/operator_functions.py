# operator: all functions, their underscored names, and the getters.
import operator
from operator import attrgetter, itemgetter, methodcaller

for name, args in [('add', (2, 3)), ('sub', (5, 3)), ('mul', (2, 'ab')), ('truediv', (7, 2)),
                   ('floordiv', (7, 2)), ('mod', (7, 4)), ('pow', (2, 10)), ('lshift', (1, 4)),
                   ('rshift', (16, 2)), ('and_', (6, 3)), ('or_', (6, 3)), ('xor', (6, 3)),
                   ('neg', (5,)), ('pos', (5,)), ('abs', (-5,)), ('inv', (5,)), ('invert', (5,)),
                   ('not_', (0,)), ('truth', ([],)), ('is_', (None, None)), ('is_not', (1, None)),
                   ('lt', (1, 2)), ('le', (2, 2)), ('eq', (1, 1.0)), ('ne', (1, 2)), ('gt', (1, 2)),
                   ('ge', (1, 2)), ('concat', ([1], [2])), ('contains', ('abc', 'b')),
                   ('countOf', ([1, 2, 1], 1)), ('indexOf', ([5, 6], 6)), ('getitem', ('abc', 1)),
                   ('index', (True,)), ('length_hint', ([1, 2],)), ('length_hint', (5, 7)),
                   ('call', (max, 1, 2))]:
    print(name, getattr(operator, name)(*args), end='; ')
print()
box = [1, 2, 3]
operator.setitem(box, 0, 9)
operator.delitem(box, 1)
print(box)
for name in ('iadd', 'isub', 'imul', 'itruediv', 'ifloordiv', 'imod', 'ipow', 'ilshift', 'irshift',
             'iand', 'ior', 'ixor'):
    print(name, getattr(operator, name)(12, 2), end='; ')
print(operator.iconcat([1], [2]))
print(operator.__add__ is operator.add, operator.__not__ is operator.not_,
      operator.__and__ is operator.and_, operator.__contains__ is operator.contains,
      operator.__iadd__ is operator.iadd, operator.__inv__ is operator.inv)
print(sorted(operator.__all__))
print(operator.add(a := 1, 2), repr(operator.add))


class P:
    def __init__(self, **k):
        self.__dict__.update(k)

    def hello(self, name='you', *, end='!'):
        return 'hello ' + name + end


rows = [('a', 3), ('b', 1)]
print(sorted(rows, key=itemgetter(1)), itemgetter(1, 0)(rows[0]), itemgetter('k')({'k': 1}))
print(itemgetter(slice(1, None))('abc'), repr(itemgetter(1, 'x')))
p = P(x=1, y=P(z=2))
print(attrgetter('x')(p), attrgetter('x', 'y.z')(p), repr(attrgetter('a.b', 'c')))
print(methodcaller('hello')(p), methodcaller('hello', 'me', end='.')(p),
      repr(methodcaller('m', 1, k='v')))
for bad in (lambda: itemgetter(), lambda: attrgetter(), lambda: attrgetter(5), lambda: methodcaller(),
            lambda: methodcaller(5), lambda: itemgetter(5)([1]), lambda: attrgetter('q')(p),
            lambda: operator.concat(1, 2), lambda: operator.indexOf([1], 2), lambda: operator.add(1),
            lambda: operator.index('a'), lambda: operator.length_hint([], 'a')):
    try:
        print(bad())
    except Exception as error:
        print(type(error).__name__, error)
import copy
print(copy.copy(itemgetter(1))([5, 6]))
