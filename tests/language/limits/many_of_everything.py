# More than 255 locals, constants, arguments, names, targets and elements in one piece of code.
# heavy
names = {}
names['names'] = names
def run(source): exec(source, names)
def listed(pattern, count, separator=', '): return separator.join(pattern.format(i=i) for i in range(count))
run('def locals_():\n' + listed(' v{i} = {i}', 3000, '\n') + '\n return v0, v255, v256, v2999, len(locals())\nprint(locals_())')
run('def parameters(' + listed('p{i}', 3000) + '): return p0, p159, p160, p255, p256, p2999\nprint(parameters(*range(3000)))')
run('def defaults(' + listed('p{i}={i}', 3000) + ', *rest, **more): return p0, p2999, rest, more\nprint(defaults(), defaults(5, z=1))')
run('def keywords(*, ' + listed('p{i}={i}', 1000) + '): return p0, p999\nprint(keywords(p999=5))')
run('def count(*a, **k): return len(a), len(k)\nprint(count(' + listed('{i}', 70000) + '))\nprint(count(' + listed('k{i}={i}', 5000) + '))')
run('def constants(): return [' + listed('{i}.5', 70000) + ']\nprint(sum(constants()))')
run('def more_constants():\n x = 0\n' + listed(' x += {i}000', 2000, '\n') + '\n return x\nprint(more_constants())')
run('class A: pass\na = A()\n' + listed('a.x{i} = {i}', 5000, '\n') + '\nprint(a.x0 + a.x4999, len(vars(a)))')
run(listed('g{i} = {i}', 20000, '\n') + '\nprint(g0 + g19999)')
run('print(len({' + listed('{i}: {i}', 70000) + '}), len({' + listed('{i}', 70000) + '}), len((' + listed('names', 70000) + ')))')
run('x = 7\nprint(len(f"' + '{x}' * 20000 + '"))')
run('x = ' * 5000 + '1\nprint(x)')
run(listed('t{i}', 300) + ' = range(300)\nprint(t0, t255, t256, t299)')
run(listed('t{i}', 100) + ', *rest, last = range(300)\nprint(t99, len(rest), last)')
run('def cells():\n' + listed(' c{i} = {i}', 1000, '\n') + '\n def inner(): return ' + listed('c{i}', 1000, ' + ') + '\n return inner()\nprint(cells())')
run('match list(range(300)):\n case [' + listed('m{i}', 300) + ']: print(m0, m255, m299)')
run('match {i: i for i in range(300)}:\n case {' + listed('{i}: m{i}', 300) + ', **others}: print(m0, m255, m299, others)')
run('match 5:\n' + listed(' case {i}000: pass', 5000, '\n') + '\n case _: print("default")')
run('match 4999:\n case ' + listed('{i}', 5000, ' | ') + ': print("alternative")')
run('def returns():\n' + ' return 1\n' * 70000 + 'print(returns())')
run('i = 0\nwhile i < 3:\n i += 1\n if i == 9:\n' + '  i = i + 1\n' * 70000 + 'print(i)')
run('print([0 ' + ''.join(f'for x{i} in [1] ' for i in range(80)) + '])')
run('def decorate(f): return f\n' + '@decorate\n' * 60 + 'def decorated(): return "decorated"\nprint(decorated())')
run('import ' + listed('sys', 5000) + '\nprint(sys.__name__)')
run('def late():\n' + listed(' v{i} = {i}', 500, '\n') + '\n del v400\n try: v400\n except UnboundLocalError as e: print(e)\n'
    ' for v401 in range(5): pass\n v402 += 1\n with open("/dev/null") as v403: pass\n'
    ' return v401, v402, v403.closed, [v404 for q in range(2)], (lambda: v405)()\nprint(late())')
