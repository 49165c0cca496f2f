# An unparenthesised tuple as the element of a comprehension.
x = [a, b for a, b in [(1, 2)]]
