# An unparenthesised generator with other arguments.
print(x for x in [1], 2)
