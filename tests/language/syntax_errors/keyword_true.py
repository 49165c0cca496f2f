# A keyword argument named like a constant.
f(True=1)
