# After hundreds of caught errors of every kind the program's state is intact.
# heavy
import sys
kinds = ['1/0', '[][1]', '{}["k"]', 'nope', 'None.x', 'int("x")', '"a" + 1', 'raise ValueError(1)',
    'assert 0', 'import nope_mod', '(', 'x = = 1', 'next(iter([]))', '"\\x"', 'def f(): return\nf(1)',
    'for x in 5: pass', 'a, b = 1', 'b"\\xff".decode()', 'open("/nope")', 'raise SystemExit(1)',
    'raise KeyboardInterrupt', 'raise GeneratorExit', '"%d" % "a"', 'del undefined', 'class C(1): pass',
    'lambda: (yield)\n[].x', 'with 5: pass', '[] < {}', 'hash([])', 'f = lambda: f()\nf()',
    'exec("exec(\'1/0\')")', 'raise', 'try: 1/0\nfinally: [][0]', 'list(map(lambda x: 1/x, [0]))',
    'sorted([1, "a"])', 'g = (1/0 for _ in "a")\nnext(g)', 'print(1, sep=2)', 'return', 'yield 1',
    'await x', '"é".encode("ascii")', 'type("T", (), {})().q', 'super()', '1 .x', 'x: int = 1/0',
    '@1\ndef f(): pass', 'match [1]:\n case [x]: x/0', 'raise ExceptionGroup("g", [ValueError()])',
    'try: raise ExceptionGroup("g", [ValueError()])\nexcept* TypeError: pass']
counts = {}
before = sorted(globals())
for round_ in range(20):
    for k in kinds:
        try: exec(k, {})
        except BaseException as e: counts[type(e).__name__] = counts.get(type(e).__name__, 0) + 1
        else: counts['none'] = counts.get('none', 0) + 1
print(sorted(counts.items()))
print(sys.exc_info(), [n for n in globals() if n not in before], len(kinds),
    sum(counts.values()) == 20 * len(kinds))
