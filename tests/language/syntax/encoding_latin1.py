# -*- coding: latin-1 -*- names the source encoding in the first line.
s = "café £ÿ"
print(s, len(s), ascii(s))
print(b"abc", "é" == "\xe9")
né = 5
print(né)
print(f"{s} é")
