# Global and builtin lookups in hot code follow every rebinding, shadowing and deletion.
import builtins
G = 0
def read(): return G
def write(v):
    global G
    G = v
def use_len(x): return len(x)
out = []
for i in range(400):
    if i % 100 == 0: write(i)
    if i == 150: globals()['G'] = 'via dict'
    if i == 250: exec('G = "via exec"')
    if i == 350: del G; builtins.G = 'builtin G'
    v = read()
    if not out or out[-1] != v: out.append(v)
print(out); del builtins.G
try: read()
except NameError as e: print(e)
out = []
for i in range(300):
    if i == 50: len = lambda x: 'module level'
    if i == 100: del len
    if i == 150: builtins.len = lambda x: 'patched builtin'
    if i == 200: builtins.len = type([]).__len__
    if i == 250: globals().update(len=lambda x: 'updated')
    v = use_len([1, 2])
    if not out or out[-1] != v: out.append(v)
print(out)
del globals()['len']; builtins.len = list.__len__; print(use_len([1, 2, 3]))
for i in range(200): globals()[f'g{i}'] = i
def sum_new(): return g0 + g99 + g199
print(sum_new(), [sum_new() for _ in range(3)])
for i in range(200): del globals()[f'g{i}']
try: sum_new()
except NameError as e: print(e)
code = compile('x + y', '', 'eval')
print([eval(code, {'x': i, 'y': j}) for i in (1, 'a', [1]) for j in (2, 'b', [2]) if type(i) is type(j)])
ns1, ns2 = {'v': 1}, {'v': 2}
exec('def f(): return v', ns1); exec('def f(): return v', ns2)
print([ns['f']() for ns in (ns1, ns2) for _ in range(3)])
ns1['v'] = 'changed'
print(ns1['f'](), ns2['f']())
