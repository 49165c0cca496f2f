# Case mapping beyond ASCII: expansions, final sigma, title case, folding.
for s in ('straße', 'ŉ', 'ǆ', 'ǅ', 'ΑΣ', 'ΑΣ.', 'Σ', 'ΑΣΑ', 'İ', 'ı', 'ﬃ', 'ÿ', 'é', 'Ж', 'ა', 'Ა', '𐐀',
        'ᾳ', 'ᾼ', 'ὒ', 'Å', 'ﬀ', 'ß', 'ẞ', 'aſ', 'ǰ', 'µ', 'ⅷ', 'ⓐ'):
    print(s, s.upper(), s.lower(), s.title(), s.capitalize(), s.swapcase(), s.casefold(), len(s.upper()))
print('straße'.casefold() == 'STRASSE'.casefold(), 'ΜΆΪΟΣ'.lower(), 'ΜΆΪΟΣ ΑΣ'.title(), 'ǆ ǆ'.title(),
    'ﬃ'.capitalize())
print("o'neill l'été".title(), 'ÉCOLE'.capitalize(), 'élan vital'.title(), 'ß'.upper().lower())
