# Carets for augmented assignment and del.
d = {'n': None}
try:
    del d['zz']
except KeyError as e:
    print('KeyError', e)
d['n'] += 1
