# A small Lisp: closures, recursion, tail loops, macros as functions on lists.
# heavy
class Symbol(str): pass
def read(src):
    toks = src.replace('(', ' ( ').replace(')', ' ) ').replace("'", " ' ").split()
    def form():
        t = toks.pop(0)
        if t == '(':
            out = []
            while toks[0] != ')': out.append(form())
            toks.pop(0)
            return out
        if t == "'": return [Symbol('quote'), form()]
        try: return int(t)
        except ValueError: return Symbol(t)
    while toks: yield form()
class Env(dict):
    def __init__(self, names=(), vals=(), outer=None):
        super().__init__(zip(names, vals)); self.outer = outer
    def find(self, n):
        e = self
        while e is not None:
            if n in e: return e
            e = e.outer
        raise NameError(f'unbound {n}')
class Lambda:
    def __init__(self, params, body, env): self.params, self.body, self.env = params, body, env
    def __call__(self, *args):
        if len(args) != len(self.params): raise TypeError(f'{len(self.params)} arguments expected, {len(args)} given')
        return ev(self.body, Env(self.params, args, self.env))
def ev(x, env):
    while True:
        if isinstance(x, Symbol): return env.find(x)[x]
        if not isinstance(x, list): return x
        match x:
            case ['quote', v]: return v
            case ['if', c, a, b]: x = a if ev(c, env) else b
            case ['define', [name, *params], body]: env[name] = Lambda(params, body, env); return name
            case ['define', name, v]: env[name] = ev(v, env); return name
            case ['set!', name, v]: env.find(name)[name] = ev(v, env); return None
            case ['lambda', params, body]: return Lambda(params, body, env)
            case ['begin', *forms, last]:
                for f in forms: ev(f, env)
                x = last
            case ['let', binds, body]: env, x = Env([b[0] for b in binds], [ev(b[1], env) for b in binds],
                    env), body
            case [f, *args]:
                f, args = ev(f, env), [ev(a, env) for a in args]
                if not isinstance(f, Lambda): return f(*args)
                if len(args) != len(f.params): return f(*args)
                x, env = f.body, Env(f.params, args, f.env)
            case []: return []
def show(v):
    if isinstance(v, list): return '(' + ' '.join(map(show, v)) + ')'
    if v is True or v is False: return '#t' if v else '#f'
    return str(v)
G = Env(outer=None)
G.update({'+': lambda *a: sum(a), '-': lambda a, b: a - b, '*': lambda a, b: a * b, '=': lambda a,
    b: a == b, '<': lambda a, b: a < b, 'car': lambda l: l[0], 'cdr': lambda l: l[1:], 'cons': lambda a,
    l: [a] + l, 'list': lambda *a: list(a), 'null?': lambda l: l == [], '#t': True, '#f': False})
prog = '''(define (fact n) (if (< n 2) 1 (* n (fact (- n 1))))) (fact 30)
(define (loop n acc) (if (= n 0) acc (loop (- n 1) (+ acc n)))) (loop 20000 0)
(define (map f l) (if (null? l) '() (cons (f (car l)) (map f (cdr l))))) (map (lambda (x) (* x x)) '(1 2 3 4))
(define (counter) (let ((n 0)) (lambda () (begin (set! n (+ n 1)) n)))) (define c (counter)) (c) (c) (list (c) (c))
(let ((x 2) (y 3)) (* x y)) '(a (b c) ()) (if #f 1 2) ((lambda (f) (f f)) (lambda (f) 'self)) (undefined 1) (fact 1 2) (car '())'''
for f in read(prog):
    try: print(show(ev(f, G)))
    except Exception as e: print('error:', type(e).__name__, e)
