# The caret covers the offending range.
value = 3
result = 10 + (value + 5 = 7)
