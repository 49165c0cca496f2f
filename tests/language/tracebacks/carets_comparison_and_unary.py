# Carets for comparisons and unary operators.
def check(x):
    if x > 0 and x < 'ten':
        return -x
    return -[]
try:
    check(0)
except TypeError as e:
    print(e)
check(5)
