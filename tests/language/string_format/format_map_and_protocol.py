# format_map, __format__ dispatch, nested specs evaluated once.
class D(dict):
    def __missing__(self, k): return f'<{k}>'
print('{a} {b}'.format_map(D(a=1)), '{x[0]}'.format_map({'x': 'yz'}))
class F:
    def __format__(self, spec): return f'[{spec}]'
    def __repr__(self): return 'F()'
    def __str__(self): return 'F str'
print('{} {:abc} {!r:>5} {!s:>6} {:{}}'.format(F(), F(), F(), F(), F(), 'inner'))
print('{:%Y-%m}'.format(F()), f'{F():{"x" * 3}}', format(F(), 'é'))
class G(int):
    def __format__(self, s): return 'G:' + super().__format__(s)
print('{:04d} {}'.format(G(7), G(8)), f'{G(9):>5}')
class Logs(dict):
    def __getitem__(self, k):
        print('get', k)
        return super().__getitem__(k)
print('{a}{b}{a}'.format_map(Logs(a=1, b=2)))
print('{a.b.c}'.format(a=type('A', (), {'b': type('B', (), {'c': 'deep'})})))
for f in ((lambda: '{}'.format_map([1])), (lambda: '{a}'.format_map({})), (lambda: '{a}'.format_map(5)),
        (lambda: 'x'.format_map()), (lambda: '{0}'.format_map({'0': 1})), (lambda: '{0}'.format_map([7])),
        (lambda: 'no fields'.format_map(None))):
    try: print(f())
    except Exception as e: print(type(e).__name__, e)
class Str(str): pass
print(type('{}'.format('x')).__name__, type(Str('{}').format(1)).__name__,
    type('{}'.format(Str('x'))).__name__, type(format(Str('x'))).__name__)
