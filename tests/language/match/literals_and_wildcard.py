# Literal patterns, or-patterns, guards, wildcard, and no match.
def f(x):
    match x:
        case 0: return 'zero'
        case 1 | 2 | 3: return 'small'
        case -5: return 'minus five'
        case 1.5 | -2.5: return 'float'
        case 2 + 3j | -1j: return 'complex'
        case 'a' | 'b' 'c': return 'text'
        case b'x': return 'bytes'
        case None: return 'none'
        case True: return 'true'
        case int() if x > 100: return 'big'
        case int(): return 'int'
        case _: return 'other'
print([f(x) for x in (0, 1, 3, -5, 1.5, -2.5, 2 + 3j, -1j, 'a', 'bc', b'x', None, True, False, 101, 50,
    'zz', [], 0.0, 1.0, 2 ** 70, -5.0)])
def g(x):
    match x:
        case 'never': return 1
print(g('other'))
def singles(x):
    match x:
        case True: return 'True'
        case 1: return 'one'
        case False: return 'False'
        case 0: return 'zero'
        case None: return 'None'
        case '': return 'empty'
print([singles(x) for x in (True, 1, 1.0, False, 0, 0.0, None, '', [])])
def guards(x):
    match x:
        case n if n < 0: return 'negative'
        case n if (m := n * 2) > 10: return f'big {m}'
        case n if print('guard tried', n): return 'unreachable'
        case n: return f'got {n}'
print(guards(-1), guards(6), guards(3))
def eq_calls(x):
    class E:
        def __eq__(self, o): print('eq', o, end=' '); return o == 'b'
    match E():
        case 'a': return 'a'
        case 'b' | 'c': return 'b or c'
print(eq_calls(1))
match 5:
    case x: pass
print(x)
match (y := 3):
    case 3: print('walrus subject', y)
match 1, 2:
    case a, b: print('tuple subject', a, b)
match *[1], 2:
    case [p, q]: print(p, q)
