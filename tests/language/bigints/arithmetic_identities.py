# Identities over many pairs of large and small integers.
vals = [s * v for v in (0, 1, 2, 3, 10, 2 ** 30, 2 ** 62 - 1, 2 ** 62, 2 ** 63, 2 ** 64 - 1, 10 ** 20,
    3 ** 80, 2 ** 200 + 1) for s in (1, -1)]
fails = {}
def check(name, ok):
    if not ok: fails[name] = fails.get(name, 0) + 1
for a in vals:
    for b in vals:
        check('sub', a - b == -(b - a) and a - b + b == a)
        check('mul', a * b == b * a and (a + 1) * b == a * b + b)
        check('sq', (a + b) ** 2 == a * a + 2 * a * b + b * b)
        check('bits', (a & b) + (a | b) == a + b and (a ^ b) == (a | b) - (a & b))
        check('not', ~(a & b) == (~a | ~b))
        check('cmp', (a < b) == (b > a) == (a - b < 0) and (a <= b) == (not a > b))
        if b:
            q, r = divmod(a, b)
            check('div', q * b + r == a and abs(r) < abs(b) and (r == 0 or (r < 0) == (b < 0)))
    for k in 0, 1, 7, 62, 63, 64, 130:
        check('shift', a << k == a * 2 ** k and a >> k == a // 2 ** k and (a << k) >> k == a)
    check('text', int(str(a)) == a and int(hex(a), 16) == a and int(bin(a), 2) == a and int(oct(a), 8) == a)
    check('hash', hash(a) == hash(int(str(a))))
    check('bytes', int.from_bytes(a.to_bytes(40, 'big', signed=True), 'big', signed=True) == a)
    check('bit_length', a == 0 or 2 ** (a.bit_length() - 1) <= abs(a) < 2 ** a.bit_length())
    check('float', abs(a) > 2 ** 53 or int(float(a)) == a)
print(len(vals), fails)
