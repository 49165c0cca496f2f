# A comma missing at the end of a line: the first line is shown.
if x:
  x = (1,
  "a"
  y z)
