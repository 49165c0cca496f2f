# Arithmetic across bool, int, float and complex, and the result types.
vals = True, 2, 2.5, 1 + 2j
for a in vals:
    for b in vals:
        print(a, b, a + b, a - b, a * b, a / b, type(a + b).__name__)
print(True + True, True * 3, True / 2, True // 2, True % 2, -True, +True, ~False, True ** 2, abs(True))
print(1 == True == 1.0 == 1 + 0j, hash(1) == hash(True) == hash(1.0) == hash(1 + 0j))
print(3 // 2.0, 3 % 2.0, 2 ** 2.0, 7 // True, 2 ** -2, (2 ** 70) / 2, (2 ** 70) + 0.5, 2 ** 1023 * 1.0)
try: 2 ** 1024 * 1.0
except OverflowError as e: print(e)
try: (2 ** 1024) / 3
except OverflowError as e: print(e)
print(2 ** 1030 // 2 ** 1028, 2 ** 1030 / 2 ** 1028, 10 ** 400 / 10 ** 399)
try: 1 < 1j
except TypeError as e: print(e)
