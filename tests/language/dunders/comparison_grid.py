# Rich comparisons: which side is asked first, NotImplemented, results that are no bools, blocked ones.
log = []
names = {'lt': '<', 'le': '<=', 'eq': '==', 'ne': '!=', 'gt': '>', 'ge': '>='}
def make(name, bases, answer, only=names):
    body = {'__hash__': None, '__repr__': lambda self: name}
    for n in only:
        def method(self, other, n=n):
            log.append(f'{name}.{n}')
            return answer
        body[f'__{n}__'] = method
    return type(name, bases, body)
A = make('A', (), 'a')
N = make('N', (), NotImplemented)
SubA = make('SubA', (A,), 'suba')
Inherits = type('Inherits', (A,), {})
EqOnly = make('EqOnly', (), True, ['eq'])
NeOnly = make('NeOnly', (), 'ne!', ['ne'])
LtOnly = make('LtOnly', (), [], ['lt'])
SubInt = make('SubInt', (int,), 'subint')
Blocked = type('Blocked', (), {'__eq__': None, '__lt__': None})
class Falsy:
    def __bool__(self): log.append('bool'); return False
F = make('F', (), Falsy())
objects = [A(), N(), SubA(), Inherits(), EqOnly(), NeOnly(), LtOnly(), SubInt(4), Blocked(), F(), 4, 4.0, 'x', None, [1], (1,)]
for n, symbol in names.items():
    for a in objects:
        for b in objects:
            if not (type(a).__module__ == '__main__' or type(b).__module__ == '__main__'): continue
            log.clear()
            try: r = eval(f'a {symbol} b'); r = r if isinstance(r, (bool, str, list)) else type(r).__name__
            except TypeError as e: r = e
            print(type(a).__name__, symbol, type(b).__name__, r, *log)
log.clear(); x = F()
print(x in [x], log); log.clear()
print(x in [F()], [F()].count(x), log); log.clear()
print((x,) == (x,), (x,) == (F(),), [x] != [F()], log); log.clear()
print({1: x} == {1: x}, {1: x} == {1: F()}, log); log.clear()
print(bool(x == 1), not x == 1, 1 if x == 1 else 2, log); log.clear()
print(max([A(), A()]), min([LtOnly(), LtOnly()]), sorted([LtOnly(), LtOnly()]), log)
