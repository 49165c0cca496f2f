# An uncaught exception ends with status 1 after what was printed.
print('printed', end=' ')
print('first')
[][0]
