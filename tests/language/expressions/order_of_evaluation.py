# The order in which operands, arguments, targets, decorators, defaults and bases are evaluated.
def t(name, value=None): print(name, end=' '); return value if value is not None else name
class O:
    def __getattr__(self, n): return t('get ' + n, 1)
    def __setattr__(self, n, v): t('set ' + n)
    def __delattr__(self, n): t('del ' + n)
    def __getitem__(self, k): return t(f'item {k}', 1)
    def __setitem__(self, k, v): t(f'setitem {k}')
    def __delitem__(self, k): t(f'delitem {k}')
    def __repr__(self): return 'O()'
    def __call__(self, *a, **k): t('called'); return self
    def __iter__(self): t('iter'); return iter((1, 2))
o = O()
def line(f): f(); print()
def show(text): exec(text, globals()); print('|', text)
for text in ('t(1) + t(2) * t(3) - t(4)', 't(2) ** t(3) ** t(0, 1)', 't(1) < t(2) < t(3)', 't(3) < t(2) < t(1)', 't(1) and t("", "") or t(3)', 't(1) if t(0, 0) else t(2)', '[t(1), *t(2, [2]), t(3)]', '{t(1): t(2), **t(3, {}), t(4): t(5)}', '{t(1), t(2)}',
        'o(t(1), *t(2, []), k=t(3), **t(4, {}))', 'o(k=t(1), *t(2, []))', 't(0, o)[t(1):t(2):t(3)]', 't(0, o)[t(1)] = t(2)', 't(0, o).x = t(2)', 't(0, o).x += t(2)', 't(0, o)[t(1)] += t(2)', 't(0, o).a, t(1, o)[t(2)] = t(3), t(4)', 't(0, o).a = t(1, o).b = t(2)',
        'del t(0, o).a, t(1, o)[t(2)]', 'for t(0, o).x in t(1, [1]): t(2)', '(lambda a=t(1), *, b=t(2): 0)', '[t(i) for i in t(0, [1, 2]) if t(9)]', 't(0, o)(t(1))(t(2)).x', 'x = y = t(1)', 'x: t("annotation") = t("value")', 't(0, o).x: t("annotation") = t("value")', 't(0, o)[t(1)]: t("annotation")',
        'a, (b, *c) = t(1), t(o, o)', 'o.x, o.y = o', 'f"{t(1)} {t(2):{t(3, 4)}}"', '(t(1), t(2))[t(0, 0)]', 'not t(1) == t(2)', 't(1) in [t(2), t(3)]', '-t(1) + ~t(2)', 'print(t(1), end=t("", ""))', 't(1) if t(1) and not t(2) else t(3)', 'assert t(1), t(2)',
        'o[t(1), t(2):t(3)] = t(4), t(5)', '(y := t(1)) + (y := t(2)) + y', 't(1); t(2)', 'x = [t(1) for _ in t(0, [1])] + [t(2)]', 'import sys as o2, math', 'raise_ = t(1) if 0 else t(2)'):
    show(text)
show('@t(1, o)\n@t(2, o)\ndef f(a=t(3), *, b=t(4)) -> t(5): pass')
show('@t(1, o)\nclass C(t(2, object), metaclass=t(3, type)): t("body")')
show('with t(1, open("/dev/null")) as t(2, o).x, t(3, open("/dev/null")): t(4)')
show('try: t(1); raise t(2, ValueError)\nexcept t(3, KeyError): t(4)\nexcept t(5, ValueError): t(6)\nfinally: t(7)')
show('match t(1, 5):\n case 4 if t(2): pass\n case int() if t("", ""): pass\n case _ if t(3): t(4)')
show('while t(i := 0, 0) if "i" in dir() and 0 else t(0, 0): pass\nelse: t("else")')
i = [0, 0]; k = 0
k, i[k] = 1, 'second'; print(k, i)
def side(l): l.append(len(l)); return len(l)
l = []; l2 = [side(l), side(l)] + [side(l)]; print(l2, l)
x = 5; print((x, x := 6, x), [x, (x := 7), x], {x: (x := 8)}, x + (x := 1) + x)
def f(x): x, y = (x := 3), x; return x, y
print(f(1))
l = [1, 2, 3]; l[0], l[l[0]] = l[1], l[0]; print(l)
