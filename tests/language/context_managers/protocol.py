# with: enter and exit order, arguments of __exit__, suppression by truth value.
class CM:
    def __init__(self, n, ret=None): self.n, self.ret = n, ret
    def __enter__(self): print('enter', self.n); return self.n * 2
    def __exit__(self, t, v, tb): print('exit', self.n, t and t.__name__, v,
            tb is not None); return self.ret
with CM('a') as x: print(x)
with CM('a') as x, CM('b') as y, CM('c'): print(x, y)
with CM('s', True): raise ValueError('gone')
with CM('s', [1]): raise ValueError('truthy suffices')
for r in False, None, 0, '':
    try:
        with CM('f', r): raise ValueError('kept')
    except ValueError as e: print('kept', e)
with CM('outer', True), CM('inner'): raise KeyError('passes inner')
with CM('outer'), CM('inner', True): raise KeyError('stops at inner')
def f():
    with CM('r', True): return 'returned'
    return 'not here'
print(f())
def g():
    for i in range(3):
        with CM(str(i)):
            if i == 0: continue
            if i == 1: break
    return 'end'
print(g())
def h():
    with CM('h', True): 1 / 0
    return 'after suppressed'
print(h())
class BadTruth(CM):
    def __exit__(self, *a):
        class T:
            def __bool__(self): raise KeyError('bool of result')
        return T()
try:
    with BadTruth('b'): raise ValueError
except KeyError as e: print(e)
with BadTruth('not asked without exception'): pass
