# % formatting with a mapping, nested parentheses in keys, and special operands.
print('%(a)s %(b)d %(a)r' % {'a': 'x', 'b': 2, 'unused': 0}, '%(x)05.1f|%(x)-8s|' % {'x': 1.25},
    '%(a(b))s' % {'a(b)': 'nested'}, '%()s' % {'': 'empty'}, '%(a)s%%' % {'a': 1})
class D(dict):
    def __missing__(self, k): return 'miss ' + k
print('%(k)s %(l)s' % D(k=1), 'no keys' % {'a': 1}, '%s' % {'a': 1}, 'plain' % {}, 'plain' % [],
    'plain' % ())
class M:
    def __getitem__(self, k): return k * 2
print('%(ab)s' % M(), 'text' % M())
class T(tuple): pass
print('%s-%s' % T((1, 2)), '%s' % ((1, 2),))
cases = ['"%s" % ()', '"%s %s" % 1', '"%s" % (1, 2)', '"%d" % "a"', '"%d" % None', '"%x" % 1.5', '"%c" % "ab"', '"%c" % -1', '"%c" % 1.5', '"%f" % "a"', '"%z" % 1', '"%" % 1', '"%5" % 1', '"%(a)s" % 1', '"%(a)s" % {}', '"%(a" % {"a": 1}',
         '"a" % 1', '"a" % (1,)', '"a" % "b"', '"%s%(a)s" % {"a": 1}', '"%(a)s %s" % {"a": 1}', '"%*d" % ("x", 1)', '"%*d" % (1,)', '"%.*f" % (1.5, 2)', '"%(a)*d" % {"a": 1}', '"%d" % 1j', '"%i" % []', '"%o" % "8"', '"%e" % None', '"%!" % 1', '"%é" % 1', '"%y %s" % (1, 2)', '"%s" % (), ', '"%d %s" % (1,)', '"%d" % float("nan")', '"%d" % float("inf")', '"%c" % 0x110000', '"%c" % 10**30', '"%5.x" % 255', '"%.99999999999d" % 1', '"%99999999999999999999d" % 1']
for c in cases:
    try: print(c, '=', repr(eval(c)))
    except Exception as e: print(c, '->', type(e).__name__, e)
