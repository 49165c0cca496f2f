# Closures made in one call share variables; each call has its own.
def counter(start=0):
    n = start
    def inc(by=1):
        nonlocal n
        n += by
        return n
    def get(): return n
    def reset():
        nonlocal n
        n = start
    return inc, get, reset
inc, get, reset = counter()
inc(); inc(5)
print(get())
inc2, get2, _ = counter(100)
inc2()
print(get(), get2())
reset(); print(get())
def bank():
    balance = 0
    class Account:
        def deposit(self, x):
            nonlocal balance
            balance += x
            return balance
    return Account(), Account(), lambda: balance
a, b, total = bank()
a.deposit(10); b.deposit(5)
print(total())
def params(x):
    def set_x(v):
        nonlocal x
        x = v
    def get_x(): return x
    return set_x, get_x
s, g = params(1)
print(g()); s(2); print(g())
