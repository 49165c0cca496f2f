# Carets align behind non-ASCII text.
größe = 'ä'
print('日本', größe + 1, 'ende')
