# Carets under the failing part in assignments, calls, comprehensions, with, for, decorators, defaults.
import sys
class Bad:
    def __getattr__(self, n): raise AttributeError('no ' + n)
    def __getitem__(self, k): raise KeyError(k)
    def __add__(self, o): raise TypeError('add')
    def __neg__(self): raise TypeError('neg')
    def __iter__(self): raise TypeError('iter')
    def __enter__(self): raise TypeError('enter')
    def __exit__(self, *a): pass
    def __call__(self, *a, **k): raise TypeError('call')
    def __bool__(self): raise TypeError('bool')
    def __eq__(self, o): raise TypeError('eq')
    def __lt__(self, o): raise TypeError('lt')
    def __contains__(self, o): raise TypeError('in')
    def __setattr__(self, n, v): raise TypeError('setattr')
    def __delitem__(self, k): raise TypeError('delitem')
    def __setitem__(self, k, v): raise TypeError('setitem')
    def __format__(self, s): raise TypeError('format')
    def __iadd__(self, o): raise TypeError('iadd')
    def __index__(self): raise TypeError('index')
    def __repr__(self): return 'Bad()'
b = Bad()
def case0():
    x = 1 + b.attribute + 2
def case1():
    x = [1, 2, b['key'], 3]
def case2():
    y = (b + 1) * 2
def case3():
    z = 5 * -b
def case4():
    for i in b: pass
def case5():
    a, c = b
def case6():
    with b as q: pass
def case7():
    b(1, 2, k=3)
def case8():
    print(1, b(), 2)
def case9():
    if b: pass
def case10():
    while b and 1: pass
def case11():
    x = 1 if b else 2
def case12():
    assert b, 'message'
def case13():
    assert 1 == b
def case14():
    assert 1 > 2
def case15():
    assert len([]), 'empty ' + 'list'
def case16():
    x = 1 == b
def case17():
    x = 1 < 2 < b < 3
def case18():
    x = 5 in b
def case19():
    b.attr = 5
def case20():
    del b['k']
def case21():
    b['k'] = 7
def case22():
    b['k'] += 7
def case23():
    b += 1
def case24():
    x = f'{1} {b} {2}'
def case25():
    x = f'{b!r:>{b}}'
def case26():
    x = [b.a for _ in range(3)]
def case27():
    x = {k: b.a for k in range(3)}
def case28():
    x = [i for i in range(3) if b]
def case29():
    x = (lambda: b.lam)()
def case30():
    @b
    def g(): pass
def case31():
    def g(p=b.default): pass
def case32():
    class C(b.base): pass
def case33():
    class D(metaclass=b): pass
def case34():
    raise b.exc
def case35():
    raise ValueError('x') from b.cause
def case36():
    raise b
def case37():
    x = [1, 2, 3][b]
def case38():
    x = [1, 2, 3][5]
def case39():
    x = (1).nope
def case40():
    x = undefined_name + 1
def case41():
    x = "é" + "ü" + undefined_name
def case42():
    x = ((b)) . attr
def case43():
    x = b.one.two.three
def case44():
    x = b . method ( 1 , 2 )
def case45():
    x = 1 / 0
def case46():
    x = 1 // (2 - 2)
def case47():
    x = (1 + 2) % (3 * 0)
def case48():
    x = 2 ** b ** 3
def case49():
    x = not b
def case50():
    x = [*b]
def case51():
    x = {**b}
def case52():
    print(*b)
def case53():
    print(*[1], **5)
def case54():
    import no_such_module
def case55():
    from sys import no_such_name
def case56():
    import sys.no_such
def case57():
    global_name.x.y = 5
def case58():
    del undefined_name
def case59():
    x: b.annotation = 5
def case60():
    x: int = b.value
def case61():
    (x := b.walrus)
def case62():
    b.x, y = 1, 2
def case63():
    [b[0], *y] = 1, 2
def case64():
    x = yield_ = b.last
def case65():
    return_ = b[1:b]
def case66():
    match b.subject:
     case 1: pass
def case67():
    match 5:
     case 1 if b: pass
     case b.dotted: pass
def case68():
    try: 1 / 0
    finally: b.final
def case69():
    x = [
     1,
     b.multi,
    ]
def case70():
    x = (1 +
     b.second)
def case71():
    b(
     1,
     2)
def case72():
    print(1,
          b.third(),
          3)
def case73():
    lambda: 0; x = b.semi; y = 1
def case74():
    if 1: x = b.inline
def case75():
    x = 1
    b.tab
for number in range(76):
    try: globals()[f'case{number}']()
    except BaseException as e:
        sys.stdout.flush()
        sys.excepthook(type(e), e, e.__traceback__.tb_next)
    else: print('no error', number)
