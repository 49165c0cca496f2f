# The class body runs as code: loops, conditions, nested definitions, deletion.
print('before')
class C:
    print('in body', __name__, __qualname__)
    for i in range(3):
        exec(f'm{i} = {i}')
    if i == 2:
        def chosen(self): return 'two'
    else:
        def chosen(self): return 'other'
    tmp = 5
    computed = [tmp] * 2
    del tmp
    class Inner:
        v = 'inner'
    alias = Inner
    x, (y, *z) = 1, (2, 3, 4)
    try: 1 / 0
    except ZeroDivisionError: caught = True
    with_default = lambda self, d=computed: d
    _private = 1
    import math as m
    def __helper(): return 'helped'
    helped = __helper()
print([n for n in vars(C) if n[0] != '_'])
print(C().chosen(), C.Inner is C.alias, C.Inner.__qualname__, C.y, C.z, C.helped, C().with_default(),
    C.m.pi > 3)
print(type(vars(C)).__name__, C.__dict__['x'])
try: vars(C)['x'] = 1
except TypeError as e: print(e)
try:
    class Bad:
        raise ValueError('in body')
except ValueError as e: print(e, 'Bad' in globals())
class D: a = 1; b = a + 1
print(D.b)
class E(): pass
class F(object,): pass
print(E.__bases__, F.__bases__)
