# Groups print as a tree with their own tracebacks.
def fail(e):
    raise e
def collect():
    errors = []
    for e in ValueError('one'), KeyError('two'):
        try:
            fail(e)
        except Exception as x:
            errors.append(x)
    raise ExceptionGroup('several', errors)
collect()
