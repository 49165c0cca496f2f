# Assigning to a literal.
a = 1
5 = a
