# A fault in a line that continues another.
x = 1 + \
  y z
