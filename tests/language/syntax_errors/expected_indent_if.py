# A block is expected after if, with its line named.
a = 1
if a:
    if a > 0:
    print('shallow')
