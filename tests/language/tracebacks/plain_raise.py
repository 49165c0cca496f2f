# An uncaught exception at module level.
print('before')
x = 5
raise ValueError('the message')
print('never')
