# A missing comma in a call spanning lines.
print('a',
      'b' x
      'c')
