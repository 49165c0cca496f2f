# Operands and displays are evaluated left to right, assignments right side first.
def v(n, r=0):
    print(n, end=' ')
    return r
v('a', 1) + v('b', 2) * v('c', 3) - v('d', 4); print()
v('a', 2) ** v('b', 3) ** v('c', 1); print()
[v('a'), v('b'), *v('c', [])]; print()
{v('k1', 1): v('v1'), v('k2', 2): v('v2'), **v('m', {})}; print()
d = {}
v('d', d)[v('key', 'k')] = v('value', 1); print()
v('d', d)[v('key', 'k')] += v('value', 1); print(d)
x = v('x', [0, 0, 0])
x[v('i', 0)], x[v('j', 1)] = v('p', 1), v('q', 2); print(x)
i, x[i] = v('one', 1), v('two', 2); print(i, x)
class C: pass
v('o', C()).attr = v('val'); print()
v('s', 'abc')[v('lo', 0):v('hi', 2):v('st', 1)]; print()
v('then') if v('cond', 1) else v('else'); print()
v('a', 1) < v('b', 0) < v('c', 2); print()
