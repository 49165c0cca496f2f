# A stack machine with an assembler, and a regular-expression-like matcher as a state machine.
class VM:
    def __init__(self, code): self.code, self.stack, self.vars, self.calls, self.out = code, [], {}, [], []
    def run(self, limit=10000):
        pc = 0
        while pc < len(self.code):
            if not limit: raise RuntimeError('step limit')
            limit -= 1
            op, *args = self.code[pc]
            pc += 1
            handler = getattr(self, 'op_' + op, None)
            if handler is None: raise ValueError(f'unknown opcode {op}')
            r = handler(*args, pc=pc) if op in ('call', 'jump', 'jz', 'ret') else handler(*args)
            if r is not None: pc = r
        return self.out
    def op_push(self, v): self.stack.append(v)
    def op_load(self, n): self.stack.append(self.vars[n])
    def op_store(self, n): self.vars[n] = self.stack.pop()
    def op_print(self): self.out.append(self.stack.pop())
    def op_jump(self, to, pc): return to
    def op_jz(self, to, pc): return to if not self.stack.pop() else None
    def op_call(self, to, pc): self.calls.append(pc); return to
    def op_ret(self, pc): return self.calls.pop()
    for _n, _f in dict(add=lambda a, b: a + b, sub=lambda a, b: a - b, mul=lambda a, b: a * b, lt=lambda a,
            b: a < b).items():
        def _make(f):
            def op(self): b, a = self.stack.pop(), self.stack.pop(); self.stack.append(f(a, b))
            return op
        locals()['op_' + _n] = _make(_f)
def assemble(src):
    labels, code = {}, []
    for line in src.strip().split('\n'):
        line = line.split(';')[0].strip()
        if line.endswith(':'): labels[line[:-1]] = len(code)
        elif line:
            op, *args = line.split()
            code.append([op] + [int(a) if a.lstrip('-').isdigit() else a for a in args])
    return [[op] + [labels.get(a, a) if op in ('jump', 'jz', 'call') else a for a in args] for op,
        *args in code]
src = '''
push 1 ; accumulator
store acc
push 10
store n
loop:
load n
jz done
call step
jump loop
step:
load acc
load n
mul
store acc
load n
push 1
sub
store n
ret
done:
load acc
print
'''
print(VM(assemble(src)).run(), len(assemble(src)))
for bad in 'pop_nothing', 'add', 'load x', 'loop:\njump loop', 'ret':
    try: VM(assemble(bad)).run(100)
    except Exception as e: print(bad.split('\n')[-1], '->', type(e).__name__, e)
def match(p, s):
    def here(i, j):
        if i == len(p): return j
        if i + 1 < len(p) and p[i + 1] == '*':
            k = j
            while k < len(s) and p[i] in (s[k], '.'): k += 1
            while k >= j:
                if (r := here(i + 2, k)) is not None: return r
                k -= 1
            return None
        if p[i] == '$' and i == len(p) - 1: return j if j == len(s) else None
        return here(i + 1, j + 1) if j < len(s) and p[i] in (s[j], '.') else None
    for start in range(len(s) + 1):
        if (e := here(0, start)) is not None: return s[start:e]
print([match(*a) for a in (('a*b', 'caaab'), ('.*', 'all'), ('x', 'abc'), ('b.d', 'abcd'), ('a*', ''),
    ('c$', 'abc'), ('é.', 'caféx'), ('a.*z', 'a--z--z!'))])
