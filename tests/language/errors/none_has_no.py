# The usual mistakes with None give clear messages.
x = None
def f(): pass
d = {'k': None}
for code in ('x.attr', 'x()', 'x[0]', 'x["k"]', 'x + 1', '1 + x', 'x + x', 'x - 1', 'x * 2', 'len(x)',
        'iter(x)', 'for i in x: pass', 'a, b = x', '[*x]', '{**x}', 'f(*x)', 'f(**x)', '1 in x', 'x < 1',
        '1 < x', 'sorted([x, 1])', 'max(x, 1)', 'sum([1, x])', 'int(x)', 'float(x)', '"a" + x', '"%d" % x',
        'f"{x:d}"', 'x.y.z', 'x.append(1)', 'd["k"].upper()', 'd["k"]["l"]', 'f().real', 'f()()',
        'x[0] = 1', 'del x[0]', 'x.a = 1', 'del x.a', 'x += 1', '-x', 'abs(x)', 'round(x)', 'range(x)',
        'open(x)', 'isinstance(1, x)', 'raise x', 'with x: pass', 'x @ x', 'reversed(x)', 'dict(x)',
        'list(x)', 'zip(x)', 'map(x, [1])', 'list(map(x, [1]))', '",".join(x)', '",".join([x])',
        '"a".split(x)', 'getattr(x, "q")', 'setattr(x, "q", 1)', 'next(x)', 'hash(x) == hash(None)',
        'str(x)', 'bool(x)', 'print(x)', 'x is None', 'x == 0'):
    try: exec(code); print(code, 'ok')
    except Exception as e: print(code, '->', type(e).__name__ + ':', e)
