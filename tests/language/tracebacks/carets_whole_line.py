# No carets when the whole line is the failing expression.
def boom():
    raise KeyError('k')
boom()
