# Complex arithmetic, conjugate, abs, equality and mixing.
a, b = 3 + 4j, 1 - 2j
print(a + b, a - b, a * b, a / b, -a, +a, abs(a), a.conjugate(), a.real, a.imag, a ** 2, a ** -1, a ** 0,
    a ** 0.5, 2 ** a, a ** b)
print(a == 3 + 4j, a != b, a == 3, 1 + 0j == 1, 1 + 0j == 1.0, 1 + 0j == True, hash(1 + 0j) == hash(1),
    hash(0.5 + 0j) == hash(0.5), bool(0j), bool(1j), 3 in [3 + 0j])
print(1j * 1j, 1j ** 2, 1j ** 3, (1 + 1j) ** 4, 1 / 1j, 5 - 1j, 5 * 1j, 1.5 + 1j, True + 1j, 0j ** 0,
    0j ** 2)
for f in ((lambda: 1j / 0), (lambda: 0j ** -1), (lambda: 0j ** 1j), (lambda: a // b), (lambda: a % b),
        (lambda: divmod(a, b)), (lambda: a < b), (lambda: int(a)), (lambda: float(a)), (lambda: round(a)),
        (lambda: pow(a, 2, 3)), (lambda: abs(complex(1e308, 1e308))), (lambda: a & 1), (lambda: [].pop(1j)),
        (lambda: 10 ** 400 + 1j), (lambda: (1e200 + 1j) ** 3)):
    try: print(f())
    except Exception as e: print(type(e).__name__, e)
z = 0
for _ in range(5): z = z * z + (0.3 + 0.5j)
print(z)
x = 1 + 1j
x += 1; x *= 2j; x -= 0.5; x /= 1j; x **= 2
print(x)
print(sum([1j, 2, 3.5]), complex('inf') * 1j, complex(1, float('nan')).imag, (1 + 2j).__getnewargs__())
