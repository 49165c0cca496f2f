# Which operand's method an operator asks, in what order, for every operator and kind of pair.
log = []
ops = {'add': '+', 'mul': '*', 'matmul': '@', 'mod': '%', 'pow': '**', 'or': '|', 'rshift': '>>'}
def make(name, bases, answers, kinds=('', 'r', 'i')):
    body = {}
    for op in ops:
        for k in kinds:
            def method(self, other, op=op, k=k):
                log.append(f'{name}.{k}{op}')
                return answers
            body[f'__{k}{op}__'] = method
    return type(name, bases, body)
Yes = make('Yes', (), 'yes')
No = make('No', (), NotImplemented)
SubYes = make('SubYes', (Yes,), 'sub')
SubInherits = type('SubInherits', (Yes,), {})
OnlyR = make('OnlyR', (), 'r', ('r',))
OnlyI = make('OnlyI', (), NotImplemented, ('i',))
class Int(int): pass
IntR = make('IntR', (int,), 'intr', ('r',))
StrR = make('StrR', (str,), 'strr', ('r',))
objects = [Yes(), No(), SubYes(), SubInherits(), OnlyR(), OnlyI(), IntR(3), StrR('s'), 5, 'a', [1], {1: 2}]
for op, symbol in ops.items():
    for a in objects:
        for b in objects:
            if not any(isinstance(x, (Yes, No, OnlyR, OnlyI, IntR, StrR)) for x in (a, b)): continue
            for form in ('a %s b', 'a %s= b'):
                log.clear()
                scope = {'a': a, 'b': b}
                try:
                    exec('a = a %s b' % symbol if form == 'a %s b' else 'a %s= b' % symbol, scope)
                    r = scope['a']
                    r = repr(r) if isinstance(r, (int, str, float, list, tuple, bytes)) else type(r).__name__
                except Exception as e: r = type(e).__name__ + ' ' + str(e)
                print(type(a).__name__, symbol, type(b).__name__, '=' if '=' in form else '', r, *log)
