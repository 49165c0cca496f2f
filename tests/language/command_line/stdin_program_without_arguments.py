# Without arguments and without a terminal the program is read from standard input.
# command:
