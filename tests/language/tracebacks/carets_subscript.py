# Carets for subscripts: the key part differs from the object part.
data = {'a': {'b': [1, 2]}}
print(data['a']['b'][0])
print(1, data['a']['c'][0], 2)
