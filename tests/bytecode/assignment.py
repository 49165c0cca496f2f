def straight_into_locals(a, b):
    x = a + b
    x += 1
    y = x.attribute
    z = y[0]
    return z

def swap(a, b):
    a, b = b, a
    a, b = b, a + b
    return a, b

def chained(seq):
    first = seq.last = seq[0] = 1
    return first

def unpack(seq):
    a, (b, *c), [d] = seq
    return a, b, c, d

def augmented(o, i, v):
    o.count += v
    o[i] -= 2
    global total
    total *= v

def slices(s, a, b):
    s[1:2] = s[a:b]
    del s[::2], s[a]
    return s[:-1]

def annotated(a):
    x: int = a
    y: str
    o: list = []
    return x
