# nonlocal without a binding in an enclosing function.
def f():
    def g():
        nonlocal missing
        missing = 1
