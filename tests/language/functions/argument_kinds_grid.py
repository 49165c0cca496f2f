# Every kind of parameter against every kind of call: what is bound, what each error says.
signatures = ['', 'a', 'a, b', 'a, b=1', 'a=1', '*args', '**kw', '*, k', '*, k=1', 'a, /', 'a, b, /', 'a, /, b', 'a=1, /', 'a, /, b=2, *, c', 'a, *args', 'a, *args, k', 'a, *args, k=1, **kw', 'a, /, **kw', '*, k, m', '*, k=1, m', 'a, b, c, d', 'a, b=1, *, c, d=2, **kw', 'self, a', 'a=1, *args, **kw', 'a, /, *, k']
calls = ['', '1', '1, 2', '1, 2, 3', 'a=1', 'b=1', '1, a=2', '1, b=2', 'a=1, b=2', 'k=1', '1, k=2', '1, 2, k=3', 'z=1', '1, z=2', '*[1, 2]', '**{"a": 1}', '**{"k": 1, "z": 2}', '*[1], **{"a": 2}', '1, *[2], k=3', 'm=1', 'k=1, m=2', '1, c=5', 'a=1, **{"b": 2}', '**{1: 2}', '*5', '**5', '1, **{"a b": 2}', 'k=1, **{"k": 2}', '*[], **{}', '1, 2, 3, 4, 5', 'c=1, d=2', 'self=1', '*"ab"', '1, *(), 2']
for s in signatures:
    scope = {}
    exec(f'def f({s}): return dict(sorted(locals().items()))', scope)
    exec(f'class C:\n def m({s}): return dict((k, v if not isinstance(v, C) else "obj") for k, v in sorted(locals().items()))\nobj = C()', scope)
    for c in calls:
        out = []
        for target in ('f', 'obj.m') if s and not s.startswith(('*, ', '**')) else ('f',):
            try: out.append(eval(f'{target}({c})', scope))
            except TypeError as e: out.append(str(e))
            except SyntaxError as e: out.append('SyntaxError ' + e.msg)
        text = str(out)
        print(f'({s}) <- ({c})', 'obj' if ' at 0x' in text else text)
