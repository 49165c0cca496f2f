# Assigning to a conditional expression.
a = b = 1
(a if b else 2) = 5
