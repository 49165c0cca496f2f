def calls(f, a, b):
    f()
    f(a, b)
    f(a, key=b, other=1)
    f(*a)
    f(a, *b, key=1, **a, last=2)
    x = f(g(a), h(b))
    a.method(b)
    a.method(b).other(key=a)
    "".join(b)
    return f(x)

def builtins(a):
    return len(a), print("text", end="")
