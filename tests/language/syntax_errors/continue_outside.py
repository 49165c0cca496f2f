# continue outside a loop, in a function nested in a loop.
for i in range(3):
    def f():
        continue
