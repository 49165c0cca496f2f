# Messages for missing attributes on the various kinds of objects.
class C:
    x = 1
    __slots__ = ('s',)
class D: pass
def f(): pass
import sys
for code in ['(1).foo', '"s".foo', 'None.foo', 'C.foo', 'C().foo', 'D().foo', 'f.foo', 'sys.foo',
             '[].foo', 'print.foo', 'type.foo', 'D().m', 'C().s', '(lambda: 0).x.y', 'super.foo',
             'int.foo', '(i for i in ()).foo', 'object().foo', 'Ellipsis.a', '(1.5).re']:
    try: eval(code)
    except AttributeError as e: print(code, '->', e)
for code in ['(1).x = 1', 'None.x = 1', 'C().y = 1', 'object().a = 1', '[].x = 1', 'int.x = 1',
             'print.x = 1', '"s".upper = 1', '(1).real = 2', 'C().x = 5', 'del D().q', 'del C().s',
             'del D.zz', 'del f.zz', 'del (1).real']:
    try: exec(code)
    except (AttributeError, TypeError) as e: print(code, '->', type(e).__name__, e)
