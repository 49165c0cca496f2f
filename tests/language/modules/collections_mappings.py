# collections: OrderedDict, defaultdict, ChainMap.
from collections import ChainMap, OrderedDict, defaultdict
import copy

o = OrderedDict([('a', 1), ('b', 2), ('c', 3)])
print(o, OrderedDict(), list(o), list(reversed(o)), dict(o))
o.move_to_end('a')
o.move_to_end('c', last=False)
print(o)
print(o.popitem(), o.popitem(last=False), o)
o.update(x=1, y=2)
print(o, o.pop('x'), o.pop('zz', None), o.setdefault('q', 5), o)
print(OrderedDict(a=1, b=2) == OrderedDict(b=2, a=1), OrderedDict(a=1, b=2) == {'b': 2, 'a': 1},
      OrderedDict(a=1) != OrderedDict(a=1), OrderedDict.fromkeys('ab', 0))
print(o.copy(), type(o.copy()).__name__, copy.copy(o), copy.deepcopy(o))
print(OrderedDict(a=1) | {'b': 2}, {'b': 2} | OrderedDict(a=1), type({} | OrderedDict()).__name__)
o |= {'z': 26}
print(o, list(o.keys()), list(o.values()), list(o.items()))
for bad in (lambda: OrderedDict().popitem(), lambda: o.move_to_end('nope'), lambda: o['nope'],
            lambda: o.pop('nope'), lambda: o.move_to_end('nope', last=False)):
    try:
        bad()
    except KeyError as error:
        print('KeyError', error)
o['self'] = o
print(o)


class Sub(OrderedDict):
    pass


print(Sub(a=1), Sub(a=1).copy())

d = defaultdict(list)
d['a'].append(1)
d['b'].append(2)
d['a'].append(3)
print(d, d['c'], d.get('x'), 'x' in d, len(d), d.default_factory)
count = defaultdict(int)
for c in 'banana':
    count[c] += 1
print(count, dict(count), sorted(count.items()))
print(defaultdict(None, {'a': 1}), defaultdict(), defaultdict(int, a=1), defaultdict(lambda: 5, [])['x'])
print(d.copy(), copy.copy(d) == d, copy.deepcopy(d), type(d | {'z': 1}).__name__, {'z': 1} | count)
nested = defaultdict(lambda: defaultdict(int))
nested['a']['b'] += 1
print({k: dict(v) for k, v in nested.items()})
for bad in (lambda: defaultdict()['x'], lambda: defaultdict(5), lambda: defaultdict(list, 5),
            lambda: defaultdict(lambda: {}['inner'])['x']):
    try:
        bad()
    except (KeyError, TypeError) as error:
        print(type(error).__name__, error)
d.default_factory = None
try:
    d['new']
except KeyError as error:
    print(error)
d.default_factory = lambda: 'made'
print(d['new'])


class Missing(defaultdict):
    def __missing__(self, key):
        return key * 2


print(Missing(int)['ab'], dict(Missing(int)))

c = ChainMap({'a': 1}, {'a': 2, 'b': 3})
print(c, c['a'], c['b'], list(c), len(c), 'b' in c, 'z' in c, c.get('z', 0), dict(c), bool(ChainMap()))
c['n'] = 5
del c['a']
print(c, c['a'], c.maps)
child = c.new_child({'x': 0})
print(child, child.parents == c, c.new_child(), c.new_child(k=1), c.parents)
print(c.pop('n'), c.copy(), ChainMap.fromkeys('ab', 1), c | {'q': 1}, {'q': 1} | c)
print(sorted(c.items()), list(c.keys()), list(c.values()))
for bad in (lambda: c['zz'], lambda: c.pop('b'), lambda: c.__delitem__('b'), lambda: c.popitem()):
    try:
        bad()
    except KeyError as error:
        print('KeyError', error)
