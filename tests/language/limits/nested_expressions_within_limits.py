# Expressions that need many intermediate values at once.
def f(*a, **k): return sum(a) + sum(k.values())
def nest(pattern, depth, inner='0'):
    for _ in range(depth): inner = pattern.replace('$', inner)
    return inner
x = 5
print(eval(nest('f(1, $)', 190)), eval(nest('f(1, 2, 3, 4, 5, $, 7, 8)', 95)), eval(nest('f(1, a=$, b=2)', 95)))
print(len(str(eval(nest('[1, 2, 3, $, 5]', 95)))), len(str(eval(nest('{1: 2, 3: $}', 95)))), len(str(eval(nest('(1, 2, *[1, 2], $, 5)', 95)))))
print(eval(nest('(1 + $) * 2 - (3 - 1)', 95)), eval(nest('(1 - (2 - $))', 90)), eval(nest('f(*[1, 2], *[$], **{"a": 1})', 60)))
print(eval(nest('(lambda x: x + $)(1)', 80, 'x')), eval(nest('[$ for y in [1]][0]', 80)), eval(nest('(2 if $ else 3)', 90)))
print(eval(nest('(1, $)[1]', 150)), eval(nest('[0, $][-1]', 150)))
print(eval(nest('max(0, $, key=lambda v: v)', 80)), eval(nest('(0 < 1 < $ + 3)', 90)), eval(nest('not (1 and $ or 0)', 80)))
