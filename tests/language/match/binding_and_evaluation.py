# match: bindings of failed cases, evaluation order, guards, subjects evaluated once, odd subjects.
class Seq:
    def __init__(self, *v): self.v = v
    def __len__(self): print('len', end=' '); return len(self.v)
    def __getitem__(self, i): print('item', i, end=' '); return self.v[i]
import sys
def subject(v): print('subject', end=' '); return v
match subject([1, 2]):
    case [a, 3]: print('no')
    case [a, b] if print('guard', a, b, end=' '): print('no')
    case [a, b] if a > b: print('no')
    case [a, *rest]: print('yes', a, rest)
print(a, b)
def unbound(v):
    match v:
        case {'x': x, 'y': [y]}: return 'both', x, y
        case {'x': x}: pass
        case _: x = 'default'
    return x, 'y' in locals()
print(unbound({'x': 1, 'y': [2]}), unbound({'x': 1, 'y': 2}), unbound(5))
def kind(v):
    match v:
        case None: return 'None'
        case True | False: return 'bool'
        case 0 | 1 | -1: return 'small'
        case 1.5 | -2j | 3+4j: return 'inexact'
        case 'a' 'b' | b'ab': return 'text'
        case str() | bytes() as t: return f'other text {t!r}'
        case int(n) | float(n): return f'number {n}'
        case [] | (): return 'empty'
        case [[[x]]]: return f'deep {x}'
        case [x, y, *_] if x == y: return 'same'
        case (x, [y, *z], *w): return x, y, z, w
        case [*_, last] : return f'last {last}'
        case {'k': v, **rest} if rest: return v, rest
        case {}: return 'mapping'
        case object(real=r, imag=i) if i: return 'complex', r, i
        case type(__name__=name): return name
        case _: return 'other'
for v in (None, True, 0, -1, 1.5, -2j, 3+4j, 'ab', b'ab', 'x', b'y', 7, 2.5, [], (), [[[5]]], [1, 1, 2], [1, [2, 3], 4], [9, 8], {'k': 1, 'z': 2}, {'k': 1}, {}, 1+1j, int, {1, 2}, range(2), range(0), memoryview(b'ab'), bytearray(b'ab'), iter([1])):
    print(kind(v) if not isinstance(v, memoryview) else 'memoryview')
class Const: A = 1; class_b = 'b'
def dotted(v):
    match v:
        case Const.A: return 'A'
        case Const.class_b: return 'b'
        case Const.A.real: return 'never'
        case sys.maxsize: return 'max'
        case x: return f'captured {x!r}'
print(dotted(1), dotted('b'), dotted(sys.maxsize), dotted(1.0), dotted([]))
class Eq:
    def __eq__(self, o): print('eq', o, end=' '); return o == 3
match Eq():
    case 1 | 2: print('no')
    case 3: print('three')
match (1, 2), 3:
    case (a, b), c: print(a, b, c)
match *[1, 2], 3:
    case [*all]: print(all)
match = 5; case = 6; _ = 7; type = 8
match match:
    case case: print(match, case)
match (match):
    case _: print(_)
print(match, case, [match for match in [1]], match * case)
def loop():
    for v in range(5):
        match v:
            case 1: continue
            case 3: break
            case _: yield v
print(list(loop()))
class Len0:
    def __len__(self): return 0
match Len0():
    case []: print('a sequence')
    case _: print('no sequence')
import builtins
class L(list): pass
class D(dict):
    def __missing__(self, k): return 'missing'
    def get(self, k, d=None): print('get', k, end=' '); return super().get(k, d)
match L([1, 2]):
    case list([a, b]): print(a, b)
match D(a=1):
    case {'b': b}: print('no')
    case {'a': a, **rest}: print(a, rest, builtins.type(rest).__name__)
for source in ('case [a, a]: pass', 'case a | b: pass', 'case a: pass\n case b: pass', 'case [*a, *b]: pass', 'case {**a, "b": c}: pass', 'case {"a": 1, "a": 2}: pass', 'case a.b(): pass', 'case -a: pass', 'case 1 + 2: pass', 'case f"x": pass',
        'case {a: b}: pass', 'case (a): pass', 'case A(a=1, a=2): pass', 'case A(a=1, 2): pass', 'case a as b: pass', 'case a as _: pass', 'case _ as a: pass', 'case (a | 1): pass', 'case [a] | [b]: pass', 'case {**_}: pass', 'case {**None}: pass', 'case a, *b: pass', 'case *a: pass', 'case "a" + "b": pass', 'case a(): pass', 'case __debug__: pass', 'case 1 as __debug__: pass'):
    try: compile(f'match x:\n {source}', 's', 'exec'); print('ok', source)
    except SyntaxError as e: print(e.msg, '|', source.replace('\n', '/'), e.lineno, e.offset)
