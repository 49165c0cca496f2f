# split and subgroup by class, tuple and predicate keep structure and metadata.
def tree(e): return (e.message, [tree(x) for x in e.exceptions]) if isinstance(e,
        BaseExceptionGroup) else repr(e)
g = ExceptionGroup('top', [ValueError(1),
    ExceptionGroup('mid', [TypeError(2), ValueError(3), ExceptionGroup('low', [KeyError(4)])]), OSError(5)])
for cond in ValueError, (ValueError,
        KeyError), TypeError, Exception, KeyboardInterrupt, ExceptionGroup, lambda e: '3' in str(e), lambda e: isinstance(e,
        ExceptionGroup) and e.message == 'mid', lambda e: False, lambda e: True:
    m, r = g.split(cond)
    print(m and tree(m))
    print('   rest', r and tree(r))
    s = g.subgroup(cond)
    print('   same', (s and tree(s)) == (m and tree(m)), s is g)
g.__cause__ = KeyError('cause'); g.add_note('note')
m, r = g.split(ValueError)
print(repr(m.__cause__), m.__notes__, m.__traceback__ is g.__traceback__, m.__context__, r.__notes__,
    m.__notes__ is g.__notes__)
for bad in 5, 'x', None, [ValueError], (5,), object:
    try: g.split(bad)
    except TypeError as e: print(e)
try: g.subgroup(lambda e: 1 / 0)
except ZeroDivisionError as e: print(e)
class Bad(ExceptionGroup):
    def derive(self, excs): return 5
try: Bad('b', [ValueError(), KeyError()]).split(ValueError)
except TypeError as e: print(e)
b = BaseExceptionGroup('b', [KeyboardInterrupt(), ValueError()])
m, r = b.split(ValueError)
print(type(m).__name__, type(r).__name__, type(b).__name__)
