# Bad star and double-star arguments in calls and displays.
def f(*a, **k): return a, k
class K:
    def keys(self): return ['a', 'b']
    def __getitem__(self, k): return k * 2
print(f(**K()), {**K()})
class It:
    def __iter__(self): return iter([1, 2])
print(f(*It()), [*It()], {*It()}, (*It(),))
for code in ['f(*1)', 'f(**1)', 'f(**[1])', 'f(**{1: 2})', 'f(a=1, **{"a": 2})', 'f(**{"a": 1}, **{"a": 2})',
             '[*1]', '(*None,)', '{*1.5}', '{**1}', '{**[]}', 'f(*None)', 'print(*1)', 'len(**5)', 'f(1, *2)',
             'dict(**{1: 2})', 'dict(a=1, **{"a": 2})', 'f.__call__(*3)', '{*[[]]}', 'f(*[1], *2)']:
    try: print(eval(code))
    except TypeError as e: print(code, '->', e)
