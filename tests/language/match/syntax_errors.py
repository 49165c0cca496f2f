# Patterns that the compiler refuses.
cases = ['case x: pass\n case 1: pass', 'case _: pass\n case 1: pass', 'case x | 1: pass',
    'case 1 | x: pass', 'case [x, x]: pass', 'case {"a": x, "b": x}: pass', 'case x | y: pass',
    'case [x] | [y]: pass', 'case {1: _, 1: _}: pass', 'case {**rest, "a": 1}: pass', 'case {**_}: pass',
    'case [*a, *b]: pass', 'case A(x=1, x=2): pass', 'case A(x=1, 2): pass', 'case 1 + 1: pass',
    'case x.y(): pass\n case -x: pass', 'case f"{x}": pass', 'case {x: 1}: pass', 'case *x: pass',
    'case (*x): pass', 'case _ as y | z: pass', 'case x as _: pass', 'case x as y.z: pass',
    'case 1j + 1: pass', 'case -"a": pass', 'case not x: pass', 'case x if: pass', 'case 1 2: pass',
    'case {"a"}: pass', 'case A(*x): pass', 'case A(**x): pass', 'case: pass', 'case [1,: pass', 'case 1',
    'pass', 'case x[0]: pass', 'case (x := 1): pass', 'case lambda: 0: pass', 'case 1 or 2: pass',
    'case 1.5 + True: pass', 'case None | _: pass\n case 2: pass', 'case x if x: pass\n case 1: pass',
    'case {"a": _, **k}: pass', 'case A.B | 1: pass']
for c in cases:
    try: compile(f'match s:\n {c}\n', 'm', 'exec'); print(c, '| ok')
    except SyntaxError as e: print(repr(c), '->', type(e).__name__, e.msg, e.lineno, e.offset)
