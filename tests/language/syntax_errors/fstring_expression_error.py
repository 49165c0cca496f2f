# An error inside an f-string names the inner expression.
name = 'x'
print(f'hello {name + }')
