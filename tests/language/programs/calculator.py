# A tokenizer and a precedence-climbing calculator with variables.
def tokens(src):
    i = 0
    while i < len(src):
        c = src[i]
        if c.isspace(): i += 1
        elif c.isdigit() or c == '.':
            j = i
            while j < len(src) and (src[j].isdigit() or src[j] == '.'): j += 1
            yield 'num', float(src[i:j]) if '.' in src[i:j] else int(src[i:j])
            i = j
        elif c.isalpha() or c == '_':
            j = i
            while j < len(src) and (src[j].isalnum() or src[j] == '_'): j += 1
            yield 'name', src[i:j]
            i = j
        elif src[i:i + 2] == '**': yield 'op', '**'; i += 2
        elif c in '+-*/%()=,': yield 'op', c; i += 1
        else: raise SyntaxError(f'bad character {c!r} at {i}')
    yield 'end', None
LEVELS = {'+': 1, '-': 1, '*': 2, '/': 2, '%': 2, '**': 4}
APPLY = {'+': lambda a, b: a + b, '-': lambda a, b: a - b, '*': lambda a, b: a * b,
         '/': lambda a, b: a / b, '%': lambda a, b: a % b, '**': lambda a, b: a ** b}
class Calc:
    def __init__(self): self.vars = {'pi': 3.14159}
    def run(self, src):
        self.toks = list(tokens(src)); self.p = 0
        if len(self.toks) > 2 and self.toks[0][0] == 'name' and self.toks[1] == ('op', '='):
            name, self.p = self.toks[0][1], 2
            self.vars[name] = v = self.expr(0)
        else: v = self.expr(0)
        if self.peek()[0] != 'end': raise SyntaxError(f'unexpected {self.peek()[1]!r}')
        return v
    def peek(self): return self.toks[self.p]
    def next(self): self.p += 1; return self.toks[self.p - 1]
    def expr(self, level):
        left = self.atom()
        while self.peek()[0] == 'op' and LEVELS.get(self.peek()[1], -1) >= max(level, 1):
            op = self.next()[1]
            right = self.expr(LEVELS[op] + (op != '**'))
            left = APPLY[op](left, right)
        return left
    def atom(self):
        kind, v = self.next()
        if kind == 'num': return v
        if kind == 'name':
            if self.peek() == ('op', '('):
                self.next(); args = [self.expr(0)]
                while self.peek() == ('op', ','): self.next(); args.append(self.expr(0))
                self.close()
                return {'max': max, 'min': min, 'abs': abs}[v](*args)
            return self.vars[v]
        if v == '-': return -self.expr(3)
        if v == '(':
            r = self.expr(0); self.close()
            return r
        raise SyntaxError(f'unexpected {v!r}')
    def close(self):
        if self.next() != ('op', ')'): raise SyntaxError('expected )')
c = Calc()
for src in ('1 + 2 * 3', '(1 + 2) * 3', '2 ** 3 ** 2', '-2 ** 2', 'x = 7 % 4', 'x * x - 1', '10 / 4',
        'max(1, x, 2) + abs(-5)', '2 * (3 + (4 - 1)) / 3', '1 +', '(1', '1 2', 'y', '1 / 0', '3 $ 4',
        'f(1)'):
    try: print(src, '=', c.run(src))
    except Exception as e: print(src, '->', type(e).__name__, e)
