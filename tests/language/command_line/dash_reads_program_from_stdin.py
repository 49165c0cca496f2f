# `-` reads the program from standard input.
# command: - first second
