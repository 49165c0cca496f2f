# Assigning to a keyword constant.
print('x')
None = 4
