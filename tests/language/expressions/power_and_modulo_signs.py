# Floor division and modulo follow the sign of the divisor, for ints and floats.
for a in 7, -7:
    for b in 3, -3:
        print(a, b, a // b, a % b, divmod(a, b), a // float(b), a % float(b), divmod(float(a), b))
print(5.5 // 2, -5.5 // 2, 5.5 % -2, -0.0 % 3, 3 % -0.5, 1e300 % 7)
print(0 ** 0, 0.0 ** 0, 2 ** -1, (-2) ** 3, (-8) ** (1 / 3), 4 ** 0.5, (-1) ** 0.5)
print(pow(2, 10, 1000), pow(3, -1, 7), pow(-3, 3, 5), pow(2, 0, 1), pow(7, 2, -5))
for f in (lambda: 1 // 0), (lambda: 1.0 // 0), (lambda: 1 % 0), (lambda: 1.0 % 0.0), (lambda: divmod(1, 0)), \
        (lambda: divmod(1.0, 0)), (lambda: 0.0 ** -1), (lambda: pow(2, -1, 4)), (lambda: pow(2, 1, 0)), \
        (lambda: pow(2.0, 1, 3)), (lambda: pow(2, 1, 3.0)), (lambda: 1 / 0.0), (lambda: 1j / 0), (lambda: 1j // 1),\
        (lambda: 0j ** -1), (lambda: 10.0 ** 400):
    try: print(f())
    except Exception as e: print(type(e).__name__, e)
print(float('inf') // 2, float('inf') % 2, 5 % float('inf'), -5 % float('inf'), -5 // float('inf'))
