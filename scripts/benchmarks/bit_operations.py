"""Integers as bit sets: shifts, masks, population counts, a hash and a random generator."""


def queens(size):
    full = (1 << size) - 1

    def place(columns, rising, falling):
        if columns == full:
            return 1
        found = 0
        free = full & ~(columns | rising | falling)
        while free:
            bit = free & -free
            free ^= bit
            found += place(columns | bit, (rising | bit) << 1, (falling | bit) >> 1)
        return found

    return place(0, 0, 0)


def count_bits(n):
    bits = 0
    while n:
        n &= n - 1
        bits += 1
    return bits


def xorshift(count):
    state = 88172645463325252
    total = 0
    for _ in range(count):
        state ^= (state << 13) & 0xFFFFFFFFFFFFFFFF
        state ^= state >> 7
        state ^= (state << 17) & 0xFFFFFFFFFFFFFFFF
        total += state & 1023
    return total


def hash_text(text):
    value = 2166136261
    for byte in text:
        value = ((value ^ byte) * 16777619) & 0xFFFFFFFF
    return value


def gray_codes(bits):
    seen = 0
    previous = 0
    for n in range(1, 1 << bits):
        code = n ^ (n >> 1)
        seen += count_bits(code ^ previous)
        previous = code
    return seen


def main():
    print(queens(10), queens(11))
    print(xorshift(1800000))
    print(hash_text(b"a line of bytes, hashed one by one" * 40000))
    print(gray_codes(19))


main()
