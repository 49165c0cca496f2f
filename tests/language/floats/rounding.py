# round() of floats: half to even, digits, negative digits, correct decimal rounding.
print([round(x) for x in (0.5, 1.5, 2.5, 3.5, -0.5, -1.5, -2.5, 0.49999999999999994, 1e20,
    2.0 ** 52 + 0.5)])
print([round(x, 1) for x in (0.05, 0.15, 0.25, 0.35, 0.45, 0.55, 0.65, 1.05, -0.25, 2.25)])
print([round(x, 2) for x in (2.675, 1.005, 2.665, 1.115, 0.125, 0.375, 1e-5, 123.456, -2.675, 5.015)])
print(round(1234.5678, -2), round(1250.0, -2), round(1350.0, -2), round(55.5, -1), round(1e300, -299),
    round(5e-324, 400), round(1.5, 300), round(1e300, 5), round(123.456, -5), round(-123.456, -5),
    round(9.995, 2), round(1e22, -22))
print(type(round(1.5)), type(round(1.5, 0)), type(round(1.5, None)), round(2.5, 0), round(-0.4),
    round(-0.4, 0), round(float('inf'), 2), round(float('nan'), 1))
print(round(1.5, True), round(number=1.25, ndigits=1), (2.5).__round__(), (2.55).__round__(1),
    (1.7).__trunc__(), (-1.7).__floor__(), (1.2).__ceil__())
for a in (1.5, 'x'), (1.5, 1.0), (float('inf'), None):
    try: print(round(*a))
    except (TypeError, OverflowError) as e: print(type(e).__name__, e)
print([f'{x:.0f}' for x in (0.5, 1.5, 2.5, 3.5)], [f'{x:.1f}' for x in (0.25, 0.35, 0.45)],
    f'{2.675:.2f} {1e22:.0f} {0.1:.20f} {1 / 3:.30f}')
