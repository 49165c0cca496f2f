# Carets mark the failing operation inside a larger expression.
def f(a, b, c):
    return (a + b) * 2 + a / c

def g(x):
    y = [x, x + 1]
    return y[0] + y[1] + f(1, 2, 0) + 5

g(1)
