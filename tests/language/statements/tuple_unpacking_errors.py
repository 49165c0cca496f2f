# Unpacking mismatches and what is not iterable.
def gen():
    yield 1
    yield 2
    print('third asked')
    yield 3
    print('not reached')
for code in ['a, b = 1, 2, 3', 'a, b, c = 1, 2', 'a, = []', '() = [1]', 'a, b = 5', 'a, b = None', 'a, *b, c = [1]',
             '*a, b = []', 'a, b = "abc"', 'a, b = {1: 2}', '(a, b), c = [1, 2], 3, 4', '(a, b), c = 1, 2',
             'a, b = gen()', '[a] = {1, 2}', 'a, b = range(3)', 'for a, b in [(1,)]: pass', 'a, b = object()',
             'a, b, *c = iter([1])', 'x = (a, b) = 1']:
    try: exec(code)
    except Exception as e: print(code, '->', type(e).__name__, e)
a, b, *c = gen()
print(a, b, c)
def gen2():
    yield 1
    raise KeyError('inside')
try: a, b = gen2()
except KeyError as e: print('passed through', e)
