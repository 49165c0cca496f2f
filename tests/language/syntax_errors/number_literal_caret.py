# Carets of a malformed number.
total = 12 + 0b1012
