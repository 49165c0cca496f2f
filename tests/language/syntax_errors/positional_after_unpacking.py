# A positional argument after ** unpacking.
d = {}
print(**d, 1)
