# Alternating frames are printed in full.
def a(n):
    return b(n - 1)
def b(n):
    if n <= 0:
        raise ValueError('end')
    return a(n - 1)
a(5)
