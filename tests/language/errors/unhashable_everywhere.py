# Unhashable keys and elements in every operation that hashes.
class NoHash:
    __hash__ = None
class EqOnly:
    def __eq__(self, o): return True
n, e = NoHash(), EqOnly()
for code in ('{[]: 1}', '{[]}', '{}[[]]', '{}[{}] = 1', 'del {}[[]]', '[] in {}', '[] in set()',
        '[] in frozenset()', '{}.get([])', '{1: 1}.pop([])', '{1: 1}.pop([], 1)', '{}.setdefault([], 1)',
        'set().add([])', 'set().discard([])', 'set().remove([])', 'set([[]])', 'frozenset([{}])',
        'dict([([], 1)])', 'dict.fromkeys([[]])', '{**{}, (): 1, ([],): 2}', '{x for x in [[]]}',
        '{x: 1 for x in [[]]}', 'hash([])', 'hash(([],))', 'hash(n)', 'hash(e)', '{n}', '{e: 1}',
        '{1} | {n}', '{1}.union([[]])', '{1} & {1: []}.keys()', '{1}.intersection([[]])',
        '{1}.difference([[]])', '{1}.symmetric_difference([[]])', '{1}.issubset([[]])',
        '{1}.issuperset([[]])', '{1}.isdisjoint([[]])', '{1}.update([[]])', '{1: []}.items() | set()',
        'set({1: []}.items())', '([],) in {}', '{}.update([([], 1)])', '{} | {(1, []): 2}',
        'hash(slice(1))', 'hash(bytearray())', 'hash({}.items())', 'hash({1}.__iter__()) != 0',
        'hash(frozenset()) == hash(frozenset())', '[] in [[]]', '[].count([])', '{1: 2} == {3: []}',
        '{(): []}[()]', '[[]].index([])', 'match_it()', '{frozenset([1]): 1}[frozenset([1])]',
        '{1: 2}.keys() & [[]]', 'set() in {frozenset()}', '{1} in {1}', '[1] in {(1,)}'):
    def match_it():
        match {'k': []}:
            case {'k': []}: return 'matched'
    try: print(code, '=', eval(code)) if not code.startswith(('del', '{}[{}]')) else exec(code)
    except Exception as x: print(code, '->', type(x).__name__ + ':', x)
