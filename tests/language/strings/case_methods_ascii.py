# Case conversion and tests on ASCII text.
s = 'Hello, World! 123 abc_DEF x'
print(s.upper(), '|', s.lower(), '|', s.swapcase(), '|', s.title(), '|', s.capitalize(), '|', s.casefold())
print("they're bill's friends".title(), 'x-ray 3d 2nd_try'.title(), 'ABC dEF'.capitalize(), ''.title(),
    ''.capitalize(), ' lead'.capitalize(), 'a'.upper(), 'Z'.lower())
tests = ['', 'a', 'A', '1', 'a1', 'A1', ' ', 'a b', 'A B', 'Ab', 'Ab Cd', 'aB', '_a', '1a', 'a_1', '\n',
    '-', 'É', '٣', '²', '½', 'Ⅷ', 'ǅ', 'ß', 'class', '\t ', '0x']
for n in 'isalpha isdigit isdecimal isnumeric isalnum isupper islower istitle isspace isidentifier isprintable isascii'.split():
    print(n, [t for t in tests if getattr(t, n)()])
try: 'a'.upper(1)
except TypeError as e: print(e)
print(str.upper('x'), str.isdigit('5'), list(map(str.title, ['a b', 'C'])))
