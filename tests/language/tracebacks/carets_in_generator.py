# Frames of generators and generator expressions.
def gen(n):
    for i in range(n):
        yield 1 / (1 - i)

def consume(it):
    return sum(x * 2 for x in it)

consume(gen(3))
