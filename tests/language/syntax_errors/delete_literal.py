# Deleting a literal among valid targets.
a = b = 1
del a, 5, b
