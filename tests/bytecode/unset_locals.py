def branches(c):
    if c:
        x = 1
    else:
        y = 2
    z = 3
    print(x, y, z)
    print(x)

def loop(items):
    for item in items:
        found = item
    return found

def deletion(a):
    print(a)
    del a
    print(a)

def guarded():
    try:
        x = f()
    except E as e:
        print(e)
    print(x)
    print(e)

def after_both(c):
    if c:
        x = 1
    else:
        x = 2
    return x
