# pprint: spreading of containers, options, recursion.
from collections import ChainMap, Counter, OrderedDict, UserDict, UserList, defaultdict, deque
from dataclasses import dataclass, field
from pprint import PrettyPrinter, isreadable, isrecursive, pformat, pp, pprint, saferepr
from types import MappingProxyType, SimpleNamespace

data = {'name': 'example', 'values': list(range(30)), 'nested': {'b': (1, 2), 'a': {'deep': ['x' * 30, 'y' * 30]}}}
pprint(data)
pprint(data, width=40)
pprint(data, depth=1)
pprint(data, indent=4, width=60)
pprint(data, compact=True, width=50)
pp({'z': 1, 'a': 2})
pprint({'z': 1, 'a': 2}, sort_dicts=False)
print(pformat([]), pformat({}), pformat(()), pformat((1,)), pformat('short'), pformat(123456789, underscore_numbers=True))
pprint(['aaaaaaaaaa', 'bbbbbbbbbb', 'cccccccccc'], width=20)
pprint(('aaaaaaaaaa', 'bbbbbbbbbb'), width=15)
pprint({'k' * 30: 'the quick brown fox jumped over the lazy dog and more words follow here'}, width=50)
pprint('the quick brown fox\njumped over the lazy dog', width=20)
pprint(b'bytes that are rather long and go on and on', width=30)
pprint(bytearray(b'bytes that are rather long'), width=30)
pprint({'abc', 'def', 'ghi', 'jkl'}, width=12)
pprint(frozenset(range(20)), width=30)
pprint(OrderedDict((c, c * 10) for c in 'abc'), width=30)
pprint(defaultdict(int, {c: 1 for c in 'abcdefgh'}), width=30)
pprint(Counter('abracadabra' * 3), width=20)
pprint(deque(range(15), maxlen=20), width=30)
pprint(deque(['aaaaaaaaaa', 'bbbbbbbbbbb']), width=20)
pprint(ChainMap({'a': 'x' * 20}, {'b': 'y' * 20}), width=30)
pprint(UserDict({'a': 'x' * 20, 'b': 'y' * 20}), width=30)
pprint(UserList(['a' * 20, 'b' * 20]), width=30)
pprint(SimpleNamespace(first='a' * 20, second='b' * 20), width=40)
pprint(MappingProxyType({'a': 'x' * 20, 'b': 'y' * 20}), width=30)


@dataclass
class Item:
    name: str
    values: list = field(default_factory=lambda: list(range(12)))
    hidden: int = field(default=1, repr=False)


pprint(Item('first' * 4), width=40)
pprint([Item('a'), Item('b')], width=80)
loop = [1]
loop.append(loop)
print(isrecursive(loop), isreadable(loop), isreadable([1]), isreadable(object()), isrecursive([1]), saferepr({'b': 1, 'a': 2}), pformat(loop).startswith('[1, <Recursion on list'))
pprint([1, 'a', None, (2.5, 1j)])
pprint({1: 'a', 'b': 2, (3,): 4})
p = PrettyPrinter(width=20, indent=2)
p.pprint([1, [2, 3, [4, 5, 6, 7, 8, 9]]])
print(p.pformat({'a': [1, 2, 3, 4, 5, 6]}), p.isreadable([1]))
for bad in ({'indent': -1}, {'depth': 0}, {'width': 0}):
    try:
        PrettyPrinter(**bad)
    except ValueError as error:
        print(error)
