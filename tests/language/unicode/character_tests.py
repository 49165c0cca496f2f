# isX methods over many categories of characters.
chars = 'aAzZ09 _-\t\n\0éÉßǅʰªºЖжΩω日あア한א٣९²½Ⅷ①一四万٪€+<^`«»“…\u00a0\u2003\u200b\u2028\u3000\u0301\u20dd\ue000\ufeff\ufffd😀𝟘𐐀\u0378\x7f\x85\xad'
for n in 'isalpha isdigit isdecimal isnumeric isalnum isupper islower istitle isspace isidentifier isprintable isascii'.split():
    print(n, ascii(''.join(c for c in chars if getattr(c, n)())))
print('a日1'.isalnum(), 'ab c'.isalpha(), 'ÀÉ'.isupper(), 'àÉ'.islower(), 'Éa Ba'.istitle(), '٣٤'.isdigit(),
    '٣٤'.isdecimal(), '½'.isnumeric())
print('_é1'.isidentifier(), '1é'.isidentifier(), '℘x'.isidentifier(), '·a'.isidentifier(),
    'a·'.isidentifier(), '℮'.isidentifier(), '𝐱'.isidentifier())
print(int('٣٤'), int('９'), float('１.５'), int('𝟘𝟙'))
for bad in '²', '½', '四', 'Ⅷ':
    try: int(bad)
    except ValueError as e: print(e)
