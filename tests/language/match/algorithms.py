# An expression simplifier and a tree walk written with match.
class Num:
    __match_args__ = ('v',)
    def __init__(self, v): self.v = v
    def __repr__(self): return str(self.v)
class Var:
    __match_args__ = ('name',)
    def __init__(self, name): self.name = name
    def __repr__(self): return self.name
class Bin:
    __match_args__ = ('op', 'l', 'r')
    def __init__(self, op, l, r): self.op, self.l, self.r = op, l, r
    def __repr__(self): return f'({self.l} {self.op} {self.r})'
def simp(e):
    match e:
        case Bin(op, l, r):
            match op, simp(l), simp(r):
                case '+', Num(0), x: return x
                case '+', x, Num(0): return x
                case '*', Num(0), _: return Num(0)
                case '*', _, Num(0): return Num(0)
                case '*', (Num(1), x) | (x, Num(1)): return x
                case '*', Num(1), x: return x
                case '*', x, Num(1): return x
                case '+' | '*' | '-' as o, Num(a), Num(b): return Num({'+': a + b, '*': a * b,
                        '-': a - b}[o])
                case o, a, b: return Bin(o, a, b)
        case Num() | Var(): return e
x = Var('x')
print(simp(Bin('+', Bin('*', Num(1), x), Num(0))),
    simp(Bin('*', Bin('+', Num(2), Num(3)), Bin('-', x, Num(0)))), simp(Bin('*', x, Bin('*', Num(0), x))),
    simp(Num(4)))
def ev(e, env):
    match e:
        case int() | float(): return e
        case str(): return env[e]
        case ['+', *args]: return sum(ev(a, env) for a in args)
        case ['*', a, *rest]: return ev(a, env) * (ev(['*', *rest], env) if rest else 1)
        case ['if', c, a, b]: return ev(a, env) if ev(c, env) else ev(b, env)
        case ['let', [[str(n), v], *more], body]: return ev(['let', more, body] if more else body,
                env | {n: ev(v, env)})
        case ['fn', [*ps], body]: return lambda *a: ev(body, env | dict(zip(ps, a)))
        case [f, *args]: return ev(f, env)(*[ev(a, env) for a in args])
print(ev(['let', [['x', 3], ['y', ['*', 'x', 2]]], ['if', ['+', 'x', -3], 'bad', ['+', 'x', 'y', 1]]], {}),
    ev([['fn', ['a', 'b'], ['*', 'a', 'b']], 6, 7], {}), ev(['max', 1, 5, 2], {'max': max}))
def fizz(n):
    match n % 3, n % 5:
        case 0, 0: return 'FizzBuzz'
        case 0, _: return 'Fizz'
        case _, 0: return 'Buzz'
        case _: return str(n)
print(' '.join(map(fizz, range(1, 16))))
def depth(t):
    match t:
        case None: return 0
        case (l, _, r): return 1 + max(depth(l), depth(r))
print(depth(((None, 1, None), 2, ((None, 3, None), 4, None))))
