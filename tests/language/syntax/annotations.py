# Annotations of variables, parameters and returns; evaluation and storage.
x: int = 1
y: str
print(x, 'y' in globals(), __annotations__)
def f(a: int, b: 'str' = 'q', *c: float, d: list = [], **e: dict) -> tuple: pass
print(f.__annotations__)
class C:
    attr: int = 3
    other: 'Fwd'
    (paren): int = 4
    lst = [0]
    lst[0]: int = 5
print(C.__annotations__, C.attr, C.paren, C.lst)
def g():
    local: undefined_name = 1
    not_set: also_undefined
    return local
print(g(), g.__annotations__)
c = C()
c.new: int = 7
c.unset: print('evaluated') if True else 0
print(c.new, hasattr(c, 'unset'))
z: (yy := 2) = 3
print(yy, z)
t: tuple = 1, 2
print(t)
def h(x: 1 + 1, *, y: [1, 2]): ...
print(h.__annotations__)
print((lambda: 0).__annotations__)
