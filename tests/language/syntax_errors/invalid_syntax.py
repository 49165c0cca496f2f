# A plain syntax error: nothing of the file runs.
print('not printed')
x = 1 +
y = 2
