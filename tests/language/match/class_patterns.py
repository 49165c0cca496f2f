# Class patterns: positional through __match_args__, keywords, builtins, errors.
class P:
    __match_args__ = ('x', 'y')
    def __init__(self, x, y=0): self.x, self.y = x, y
class Q(P): pass
class N:
    def __init__(self, **k): self.__dict__.update(k)
def f(o):
    match o:
        case P(0, 0): return 'origin'
        case P(x, 0): return f'on x {x}'
        case P(0, y=yy): return f'on y {yy}'
        case P(x=1, y=2): return 'one two'
        case Q(): return 'a Q'
        case P(int(a), float(b)): return f'int {a} float {b}'
        case P(x, y): return f'{x},{y}'
        case N(name=str(n), child=N(name=c)): return n, c
        case N(name=n): return n
        case str(s): return 'str ' + s
        case int(i) | float(i): return f'number {i}'
        case list([first, *_]) | tuple((first,)): return f'first {first}'
        case dict(d) if d: return f'dict {d}'
        case bool() | bytes() | None: return 'misc'
        case type(): return 'class'
    return 'no match'
for o in (P(0), P(5), P(0, 7), P(1, 2), Q(8, 9), P(1, 2.5), P('a', 'b'), N(name='p', child=N(name='c')),
        N(name=5), N(), 'text', 7, True, 2.5, [1, 2], (3,), {}, {1: 2}, None, b'', int,
        object()): print(f(o))
for src in ('P(1, 2, 3)', 'N(1)', 'int(1, 2)', 'five(1)', 'P(1, x=2)', 'str("a", "b")', 'Bad(1)',
        'BadItem(1)', 'undefined(1)'):
    class Bad: __match_args__ = ['x']
    class BadItem: __match_args__ = (5,)
    five = 5
    try: exec(f'match subj:\n case {src}: print("matched")\n case _: print("no match")',
            globals() | {'subj': {'P': P(1, 2), 'N': N(), 'i': 1, 'f': 5, 's': 'a',
            'B': Bad() if 'Item' not in src else BadItem(), 'u': 1}[src[0]]})
    except (TypeError, NameError) as e: print(src, '->', e)
class Dyn:
    __match_args__ = ('v',)
    @property
    def v(self): print('property read'); return 42
    def __getattr__(self, n): raise AttributeError(n)
match Dyn():
    case Dyn(w=1): print('never')
    case Dyn(41): print('no')
    case Dyn(42): print('yes')
class Meta(type):
    def __instancecheck__(c, o): return o == 'fake'
class Virtual(metaclass=Meta): pass
match 'fake':
    case Virtual(): print('instancecheck is used')
class SubInt(int): pass
match SubInt(5):
    case int(v): print(type(v).__name__, v)
