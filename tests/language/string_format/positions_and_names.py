# str.format: automatic, numbered and named fields, attributes and items.
class P: x = 1; y = {'k': [10, 20], '5': 'five', 5: 'int five'}
p = P()
print('{} {}'.format(1, 2), '{0} {1} {0}'.format('a', 'b'), '{a}-{b}'.format(a=1, b=2),
    '{0.x} {0.y[k]} {0.y[k][1]}'.format(p), '{p.x}'.format(p=p))
print('{[0]} {[1]}'.format([1, 2], 'ab'), '{0[a]}'.format({'a': 1}), '{0[5]}'.format(p.y),
    '{0[a b]}'.format({'a b': 'space'}), '{0[-1]}'.format({'-1': 'text key'}),
    '{[x][y]}'.format({'x': {'y': 2}}))
print('{{}} {{{}}} {{0}}'.format('x'), '}}{{'.format(), '{:>{w}}|{:{a}{w}}'.format('r', 'l', w=5, a='<'),
    '{0:{1}.{2}f}'.format(3.14159, 8, 2), '{:{}}'.format(5, 'b'))
print('{!r} {!s} {!a}'.format('é', 'é', 'é'), '{0!r:>6}'.format('x'), '{:}'.format(5), '{0:}'.format('x'),
    '{x!s}'.format(x=None))
print('{} {name} {}'.format(1, 2, name='n'), '{a[0]}{b.x}'.format(a=[1], b=p), '{self}'.format(self=1),
    '{0}{1}'.format(*'ab'), '{x}'.format(**{'x': 3}), '{}'.format(*[[]]))
for t, a in [('{', ()), ('}', ()), ('{}', ()), ('{1}', (1,)), ('{x}', ()), ('{0} {}', (1, 2)),
        ('{} {0}', (1, 2)), ('{!x}', (1,)), ('{!', (1,)), ('{!r', (1,)), ('{0', (1,)), ('{0.}', (p,)),
        ('{0[}', (p,)), ('{0[]}', (p,)), ('{0.zz}', (p,)), ('{0[zz]}', ({},)), ('{:{:{}}}', (1, 2, 3)),
        ('{0!}', (1,)), ('{a.b}', ()), ('{:d}', ('s',)), ('{!r}', ()), ('{0[0]x}', ([1],)), ('{-1}', (1,)),
        ('{ 0}', (1,)), ('a}b', ()), ('{!rr}', (1,)), ('{[a]}', ([1],)), ('{0x1}', (1,))]:
    try: print(t, '=', t.format(*a))
    except Exception as e: print(t, '->', type(e).__name__, e)
