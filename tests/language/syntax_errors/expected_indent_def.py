# A block is expected after def.
def f():
x = 1
