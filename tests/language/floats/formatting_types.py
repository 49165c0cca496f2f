# e, f, g, n, % and none formats with precision and flags.
vals = 0.0, 1.0, -1.5, 3.14159265, 1234567.891, 1e-7, 1.5e300, 123456789.0, 0.00012345, 99999.95, float('inf'), float('-inf'), float('nan')
for v in vals:
    print(f'{v:e}|{v:f}|{v:g}|{v:%}|{v}|{v:.3e}|{v:.2f}|{v:.3g}|{v:.1%}|{v:.4}' if abs(v) < 1e200 or v != v else f'{v:e}|{v:g}|{v:.3g}|{v:.4}')
for v in 1234.5, -0.001:
    print(f'{v:10}|{v:<10}|{v:^10}|{v:>10}|{v:=10}|{v:+}|{v: }|{v:010.2f}|{v:+010.1f}|{v:,.2f}|{v:_}|{v:#.0f}|{v:#g}|{v:.0e}|{v:#.0e}|{v:E}|{v:G}|{v:F}|{v:*^+12.1f}|{v:.10}|{v:z.1f}')
print(f'{1e6:g} {1e5:g} {123456.7:g} {1234567.8:g} {0.0001:g} {0.00001:g} {1e16} {1e15} {100000.0:.3} {1e5:.6} {1e-5:.2} {100.0:.1} {123.0:.3}')
print(f'{1e400:06} {float("nan"):08.2f} {float("-inf"):+10} {float("inf"):F} {float("nan"):E}|{-0.0:f} {-0.0:+g} {-0.0} {-0.0:z} {-0.0001:z.2f}')
print(f'{12345678.9:,} {1e10:,} {1234.0:,g} {0.1:,} {1e15:_.1f} {123456789.123:15,.1f}|{1234567.0:015,.1f}|{1:.3f} {10 ** 20:.2e} {True:f}')
for spec in 'd', 's', 'x', 'c', 'b', '.', '.-1f', ',_', 'zz', '5,5f', '.99999999999f', '#d':
    try: print(spec, format(1.5, spec)[:20])
    except ValueError as e: print(spec, '->', e)
