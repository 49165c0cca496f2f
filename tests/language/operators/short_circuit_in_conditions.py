# Compound conditions evaluate exactly the operands they need, in if, while, and comprehensions.
seen = []
def t(n): seen.append(n); return True
def f(n): seen.append(n); return False
def show(r): print(r, ''.join(seen)); seen.clear()
show(t('a') and f('b') and t('c'))
show(f('a') or f('b') or t('c') or t('d'))
show(t('a') and (f('b') or t('c')) and not f('d'))
show(not (t('a') and not f('b')))
show('yes' if f('a') or t('b') and f('c') or t('d') else 'no')
if not (f('a') and t('b')) and (t('c') or f('d')): show('taken')
if f('a') and t('b') or f('c') and t('d'): show('no')
else: show('else')
while t('a') and f('b'): pass
show('while')
show([x for x in range(3) if t(str(x)) and (x != 1 or f('x')) and t('y')])
assert t('a') or f('b')
show('assert')
show((f('a') or t('b')) and (f('c') or 'value'))
show(1 < 2 and t('a') or f('b'))
show(t('a') == t('b') != f('c'))
show((lambda: t('l') and None)())
x = f('a') or None or 0 or '' or [] or 'last'
show(x)
y = t('a') and 1 and 'x' and [1] and 0 and t('never')
show(y)
