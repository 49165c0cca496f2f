# A string without its end quote.
print('fine')
s = 'never closed
print(s)
