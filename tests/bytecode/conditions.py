def tests(a, b, c):
    if a < b and not c or a is None:
        return 1
    elif a == 1 != b:
        return 2
    while a in (1, 2, 3) and b not in [4, 5]:
        a = a or b and c
    return a < b < c

def values(a, b):
    x = a and b
    y = a if b else not a
    z = a is not b, a in b, not a in b
    return x, y, z

def constant_conditions():
    while True:
        if __debug__:
            break
        never()
    if 0:
        never()
    return 1
