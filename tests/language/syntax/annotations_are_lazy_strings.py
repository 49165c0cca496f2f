# With the annotations future, annotations are kept as text.
from __future__ import annotations
def f(a: int, b: not_defined.x[1, 'two'], *c: lambda x: x) -> None | 1: pass
print(f.__annotations__)
x: undefined = 1
class C:
    y: also(undefined)
    z: {1:2, 'a' : 3}
    w: (1, )
    v: x if y else z
    u: a[1:2, ::3]
    t: -1 + 2*3
print(__annotations__)
print(C.__annotations__)
