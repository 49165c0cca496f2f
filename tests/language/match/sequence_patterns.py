# Sequence patterns: lengths, stars, nesting, which types count as sequences.
def f(x):
    match x:
        case []: return 'empty'
        case [1]: return 'just one'
        case [a]: return f'single {a}'
        case (a, b) if a == b: return f'pair of {a}'
        case [1, *rest]: return f'starts with 1, {rest}'
        case [*init, 9]: return f'ends with 9, {init}'
        case [a, *_, b]: return f'{a}..{b}'
for x in ([], [1], [2], (3, 3), [1, 2, 3], (4, 5, 9), [4, 5, 6], range(2), range(3, 6), 'ab', b'ab',
        bytearray(b'ab'), {1: 2}, {1, 2}, iter([1]), memoryview(b'xy'), 5, None): print(type(x).__name__,
        f(x))
def nested(x):
    match x:
        case [[a, b], [c, *d]]: return a, b, c, d
        case [('k', v), *_]: return v
        case [[]] | [[], _]: return 'inner empty'
        case [int() | str() as first, [_, [deep]]]: return first, deep
        case _: return 'no'
print(nested([[1, 2], (3, 4, 5)]), nested([('k', 'v'), 1, 2]), nested([[]]), nested([(), 1]),
    nested(['a', [0, [7]]]), nested([1.5, [0, [7]]]))
match [1, 2, 3]:
    case 1, *x: print(x, type(x).__name__)
match (1, 2):
    case [*all_]: print(all_)
match 'ab', 'cd':
    case 'ab', ('cd' | 'ef') as second: print(second)
class Seq(list): pass
class NotSeq:
    def __len__(self): return 1
    def __getitem__(self, i): return 'x'
class T(tuple):
    def __getitem__(self, i): return super().__getitem__(i)
def is_seq(x):
    match x:
        case [*_]: return True
    return False
print(is_seq(Seq()), is_seq(NotSeq()), is_seq(T((1,))), is_seq({}.keys()), is_seq(x for x in []))
def cmd(s):
    match s.split():
        case ['go', ('north' | 'south') as d]: return f'go {d}'
        case ['go', _]: return 'where?'
        case ['get', *things] if things: return 'take ' + ' and '.join(things)
        case ['quit' | 'exit']: return 'bye'
        case [] | ['']: return '...'
        case [unknown, *_]: return 'what is ' + unknown
print([cmd(s) for s in ('go north', 'go up', 'get lamp key', 'get', 'exit', '', 'dance now')])
