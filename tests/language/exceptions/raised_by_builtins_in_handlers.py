# Exceptions raised while handling others inside comparisons, keys, iteration and formatting.
class E(Exception): pass
class Bad:
    def __eq__(self, o): raise E('eq')
    def __hash__(self): return 1
    def __lt__(self, o): raise E('lt')
    def __iter__(self): raise E('iter')
    def __len__(self): raise E('len')
    def __bool__(self): raise E('bool')
    def __repr__(self): raise E('repr')
    def __str__(self): raise E('str')
    def __format__(self, s): raise E('format')
    def __index__(self): raise E('index')
    def __getattr__(self, n): raise E('getattr ' + n)
    def __call__(self): raise E('call')
    def __contains__(self, x): raise E('contains')
    def __getitem__(self, k): raise E('getitem')
    def __add__(self, o): raise E('add')
    def __enter__(self): raise E('enter')
    def __exit__(self, *a): raise E('exit')
b = Bad()
for code in ('b == 1', '1 == b', 'b < 1', '[b].index(1)', '1 in [b]', '{b: 1, Bad(): 2}', 'sorted([b, b])',
        'list(b)', 'len(b)', 'bool(b)', 'not b', 'b and 1', 'repr(b)', '[b].__repr__()', 'str(b)', 'f"{b}"',
        '"%s" % b', '"{}".format(b)', 'format(b)', '[1][b]', 'range(b)', 'b.x', 'hasattr(b, "x")', 'b()',
        '1 in b', 'b[0]', 'b + 1', 'sum([b], b)', 'x, y = b', 'print(b)', 'max(b, b)', 'any([b])',
        'dict(b)', '"a".join(b)', 'with b: pass', 'f(*b)', 'f(**b)', 'for x in b: pass', '[*b]',
        'isinstance(b, b)', 'getattr(b, "q", 1)', 'if b: pass', 'while b: pass', '[x for x in b]',
        'b if b else 0', 'assert b', '"a" * b', 'hex(b)', 'bytes(b)', 'int(b)', 'zip(b)', 'set([b, Bad()])',
        '(b,) == (1,)', '[b] == [1]', '{1: b} == {1: 2}', 'match_b()'):
    def f(*a, **k): pass
    def match_b():
        match b:
            case 1: pass
    try: exec(code); print(code, 'ok')
    except E as e: print(code, '->', e)
    except Exception as e: print(code, '=>', type(e).__name__, e)
