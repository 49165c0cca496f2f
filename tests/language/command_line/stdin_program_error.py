# A traceback of a program from standard input has no source lines.
# command: -
