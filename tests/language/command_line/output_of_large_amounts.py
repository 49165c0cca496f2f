# Large outputs arrive completely, also without a final newline.
# heavy
for i in range(5000): print(i, 'x' * (i % 50))
print('z' * 200000)
print(*range(20000))
print('end', end='')
