# Operators on ints about the size of one, two and three machine words, of either sign.
# heavy
import operator

EDGES = [0, 1, 2, 3, 7, 63, 64, 127, 128, 130]
for bits in (31, 61, 62, 63, 64, 65, 126, 127, 128, 129, 191, 192, 193, 256):
    EDGES += [(1 << bits) - 1, 1 << bits, (1 << bits) + 1]
EDGES += [-n for n in EDGES if n]
EDGES += [True, False]


class Number(int):
    pass


def digest(values):
    total = 0
    for value in values:
        total = (total * 1000003 + value) % (2**89 - 1)
    return total


def apply(function, pairs):
    for x, y in pairs:
        try:
            yield function(x, y)
        except (ZeroDivisionError, ValueError) as error:
            yield len(str(error))


PAIRS = [(x, y) for x in EDGES for y in EDGES]
SHIFTS = [(x, y) for x in EDGES for y in (-1, 0, 1, 2, 31, 61, 62, 63, 64, 65, 127, 128, 129, 200)]
for function in (operator.add, operator.sub, operator.mul, operator.floordiv, operator.mod,
                 operator.and_, operator.or_, operator.xor,
                 operator.lt, operator.le, operator.eq, operator.ne):
    plain = digest(apply(function, PAIRS))
    of_subclass = digest(apply(function, [(Number(x), y) for x, y in PAIRS]))
    print(function.__name__, plain, plain == of_subclass)
for function in (operator.lshift, operator.rshift):
    print(function.__name__, digest(apply(function, SHIFTS)))

# The same in the instructions of their own that expressions have.
sums, products, masks, rests, orders = [], [], [], [], []
for x, y in PAIRS:
    sums += [x + y, x - y, x ^ y]
    products.append(x * y)
    masks += [x & y, x | y, x & 0xFFFFFFFFFFFFFFFF, x & (1 << 128) - 1]
    if y:
        rests += [x % y, x // y]
    orders += [x < y, x <= y, x > y, x >= y, x == y, x != y]
    if x < y:
        orders.append(2)
for name, values in [("sums", sums), ("products", products), ("masks", masks), ("rests", rests),
                     ("orders", orders)]:
    print(name, digest(values))

# Exact values at the seams.
word = 1 << 64
print((word - 1) + 1, (word - 1) * (word - 1), word * word - 1, (word * word - 1) + 1)
print(word * word * word - 1 + 1, (word * word - 1) * (word - 1), 5 - word * word)
print((word * word * word - 1) & word * word - 1, (word * word + 5) & 7, -word & word - 1)
print((1 << 61) << 1, (1 << 62) << 1, (word - 1) << 63, (word * word - 1) << 63, (word * word - 1) >> 127)
