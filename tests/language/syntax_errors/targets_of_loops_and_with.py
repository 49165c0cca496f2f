# What cannot be a target of for, with and comprehensions: texts through compile.
targets = ['1', '"s"', 'f()', 'a + b', '-a', 'not a', 'a and b', 'a < b', 'a if b else c', 'lambda: 0',
    '[x for x in y]', '{1: 2}', '{1}', 'f"{x}"', '...', 'None', 'True', '__debug__', '(a, 1)', '[a, f()]',
    'a.b()', 'a[0]()', '(yield)', '()', '[]', 'a := 1', '(a := 1)', 'await a', 'x async', 'a.b', 'a[0]',
    '(a)', '(x for x in y)', '1j', "b''", 'a.True', '{**a}', '-1', '*a']
for form in 'for {} in x: pass', 'with x as {}: pass', '[q for {} in x]':
    print('FORM', form)
    for t in targets:
        try: compile(form.format(t), 'x', 'exec'); print('  ', t, '| ok')
        except SyntaxError as e: print('  ', t, '|', e.msg, e.offset if e.msg != 'invalid syntax' else '')
