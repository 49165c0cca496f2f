# Shifts and bitwise operators over signs and sizes.
print(1 << 0, 1 << 62, 1 << 63, 1 << 64, -1 << 63, -1 << 64, 3 << 100)
print(-1 >> 1, -1 >> 100, 5 >> 1, -5 >> 1, 1 >> 64, (1 << 100) >> 98, -(1 << 100) >> 99)
print(5 & -2, -5 & 255, -1 & 0xFFFFFFFFFFFFFFFFFF, 6 | -8, -6 ^ 3, ~0, ~-1, ~(1 << 64))
print(True & False, True | 2, True ^ True, type(True & True), type(True & 1), ~True)
print(0 << 1000)
for f in (lambda: 1 << -1), (lambda: 1 >> -1), (lambda: 1 << 1.0), (lambda: 1.0 & 1), (lambda: 1 >> 10 ** 30),\
        (lambda: -1 >> 10 ** 30), (lambda: 0 << 10 ** 30), (lambda: 1 >> -10 ** 30):
    try: print(f())
    except Exception as e: print(type(e).__name__, e)
x = 0xFF
x <<= 4; print(x)
x >>= 2; print(x)
x &= 0xF0F; print(x)
x |= 1 << 70; print(x)
x ^= x; print(x)
