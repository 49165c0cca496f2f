# Callee, positional arguments, stars and keywords are evaluated left to right.
def v(n, r=None):
    print(n, end=' ')
    return r
def show(*a, **k): print('->', a, k)
v('f', show)(v('a', 1), *v('b', [2]), v('c', 3), k=v('d', 4), **v('e', {'x': 5}))
v('f', show)(k=v('d', 4), *v('b', [2]))
v('f', show)(*v('a', [1]), v('b', 2), *v('c', [3]), **v('d', {'p': 1}), q=v('e', 2))
class C:
    @property
    def m(self):
        print('attr', end=' ')
        return show
v('obj', C()).m(v('arg', 1))
