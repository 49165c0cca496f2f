"""Writes unicode_tables_data.cpp: widths and numbers of characters, as Unicode 14 has them.

    /usr/bin/python3 make_tables.py > unicode_tables_data.cpp
"""

import sys
import unicodedata
from fractions import Fraction

WIDTHS = ['N', 'Na', 'A', 'W', 'F', 'H']


def rows(texts, width=98):
    line = ''
    for text in texts:
        if len(line) + len(text) + 1 > width:
            yield line
            line = ''
        line += (' ' if line else '') + text
    yield line


def main():
    ranges, last = [], None
    for code in range(sys.maxunicode + 1):
        width = unicodedata.east_asian_width(chr(code))
        if width != last:
            ranges.append(f'{{{code:#x}, {WIDTHS.index(width)}}},')
            last = width
    numbers = []
    for code in range(sys.maxunicode + 1):
        value = unicodedata.numeric(chr(code), None)
        if value is not None and unicodedata.decimal(chr(code), None) is None:
            value = Fraction(value).limit_denominator(1000)
            numbers.append(f'{{{code:#x}, {value.denominator}, {value.numerator}}},')
    print(f'// Written by make_tables.py from Unicode {unicodedata.unidata_version}; not for editing.')
    print('#include "stdlib/unicodedata/unicode_tables.h"\n\nnamespace weft::unicode {\n')
    print('// clang-format off')
    for kind, name, entries in (('WidthRange', 'WidthRanges', ranges),
                                ('NumericCharacter', 'NumericCharacters', numbers)):
        print(f'const {kind} {name}[] = {{')
        print('\n'.join(rows(entries)))
        print(f'}};\nconst size_t {name.removesuffix("s")}Count = {len(entries)};')
    print('// clang-format on\n\n}  // namespace weft::unicode')


main()
