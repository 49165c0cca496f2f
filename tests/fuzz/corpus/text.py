s = 'Grüße 🙂 ' * 3
print(s.upper().split(), s.find('🙂'), s[::2].encode('utf-16'), s.translate({32: None}))
print(f"{s!r:>{40}.30} {1/3:.3e} {-5:+08,d} {255:#x} {2**100 = }", '%-5s|%5.1f' % ('a', 2.5))
print('{0.real:{w}}'.format(3, w=5), b'\xff\xfe'.decode('latin-1'), 'x'.join('abc'), str.maketrans('a', 'b'))
eval(compile('x := [i for i in "abc"]', '', 'eval'))
