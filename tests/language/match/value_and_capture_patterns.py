# Dotted names compare, bare names capture; as-patterns; binding rules.
class Color: RED, GREEN = 'r', 'g'
import math
def f(x):
    match x:
        case Color.RED: return 'red'
        case Color.GREEN | 'green': return 'green'
        case math.pi: return 'pi'
        case (Color.RED, c) | (c, Color.RED): return f'pair with {c}'
        case [Color.RED | 'x' as k, *_] as whole: return k, whole
        case _ as w if w == 5: return 'five'
        case other: return f'captured {other}'
for x in 'r', 'g', 'green', math.pi, ('r', 1), (2, 'r'), ['x', 1, 2], 5, 'zz': print(f(x))
RED = 'not compared'
match 'anything':
    case RED: print('captured into the name', RED)
def partial(x):
    a = b = 'before'
    match x:
        case [a, 1]: return 'first', a
        case [b, 2]: return 'second', b
    return 'none', a is not None, b
print(partial([9, 1]), partial([9, 2]), partial([9, 3])[0])
def same_alternatives(x):
    match x:
        case [1, v] | [v, 1] | {'k': v}: return v
print(same_alternatives([1, 2]), same_alternatives([3, 1]), same_alternatives({'k': 4}))
def scope(x):
    match x:
        case {'fn': fn} if (got := fn(2)): pass
        case _: got = None
    return got, 'fn' in locals()
print(scope({'fn': lambda v: v * 2}), scope({'fn': lambda v: 0}), scope(1))
match [1, [2, 3]]:
    case [a, [b, c] as inner] as outer: print(a, b, c, inner, outer)
match {'p': (1, 2)}:
    case {'p': (int() as i, int(j))}: print(i, j)
class Sub:
    attr = type('X', (), {'deep': 7})
match 7:
    case Sub.attr.deep: print('deep dotted')
def g():
    global G
    match 1:
        case G: pass
g(); print(G)
