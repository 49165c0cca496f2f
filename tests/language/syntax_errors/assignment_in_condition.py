# `=` in a condition suggests `==` or `:=`.
x = 1
if x = 2:
    pass
