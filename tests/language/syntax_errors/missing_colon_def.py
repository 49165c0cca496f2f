# A missing colon after a function header.
def f(a, b)
    return a
