# A continuation character on the last line.
x = 1 + \
