# break, continue and return pass through finally and with, and may be overridden.
def f():
    for i in range(5):
        try:
            if i == 1: continue
            if i == 3: break
            print('body', i)
        finally:
            print('finally', i)
    return 'done'
print(f())
def g():
    while True:
        try: return 'try'
        finally: break
    return 'after break'
print(g())
def h():
    for i in range(3):
        try: 1 / 0
        finally: continue
    return 'errors swallowed'
print(h())
def k():
    try: return 1
    finally: return 2
print(k())
def m():
    x = 1
    try: return x
    finally: x = 2
print(m())
def n():
    try: raise ValueError
    except ValueError: return 'except'
    finally: print('fin')
print(n())
def p():
    for a in 1, 2:
        for b in 1, 2:
            try:
                if b == 1: continue
                break
            finally: print(a, b)
    else: return 'else'
print(p())
