# Carets when a call with star arguments fails.
def f(a, b): pass
args = (1, 2, 3)
print('x', f(*args, **{}), 'y')
