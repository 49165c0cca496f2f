# Carets under a failing call within a line, arguments spanning lines.
def f(a, b):
    return a + b
result = f(1, 2) + f(
    1,
    'x',
) + f(3, 4)
