#!/usr/bin/env python3
"""Writes character_names_data.cpp: a fingerprint of every character's name, and its code point.

    make_character_names.py [FILE...]

The names are those the running Python knows. It cannot list their aliases, so the lines of the
files (such as Unicode's NameAliases.txt) are tried as aliases too, field by field.
"""

import pathlib
import sys
import unicodedata

PER_LINE = 4


def fingerprint(name):
    """As character_names.cpp: 43 bits."""
    value = 0xCBF29CE484222325
    for byte in name.encode("ascii"):
        value = (value ^ byte) * 0x100000001B3 % 2**64
    value ^= value >> 32
    value = value * 0x9E3779B97F4A7C15 % 2**64
    return value >> 21


def main():
    names = {}
    for code in range(0x110000):
        name = unicodedata.name(chr(code), "")
        if name and not name.startswith(("CJK UNIFIED IDEOGRAPH-", "HANGUL SYLLABLE ")):
            names[name] = code
    listed = len(names)
    for file in sys.argv[1:]:
        for line in pathlib.Path(file).read_text(encoding="utf-8").splitlines():
            for field in line.split(";"):
                field = field.strip()
                if not field or field in names or not field.isascii() or field != field.upper():
                    continue
                try:
                    character = unicodedata.lookup(field)
                except KeyError:
                    continue
                if len(character) == 1 and not field.startswith(("CJK UN", "HANGUL S")):
                    names[field] = ord(character)

    entries = sorted(fingerprint(name) << 21 | code for name, code in names.items())
    assert len({entry >> 21 for entry in entries}) == len(entries), "two names share a fingerprint"
    lines = [" ".join(f"{entry:#x}," for entry in entries[i:i + PER_LINE])
             for i in range(0, len(entries), PER_LINE)]
    path = pathlib.Path(__file__).with_name("character_names_data.cpp")
    path.write_text(f"""\
// Written by make_character_names.py from Unicode {unicodedata.unidata_version}; not for editing.

#include "interpreter/syntax/character_names.h"

namespace weft::syntax {{

// clang-format off
const uint64_t CharacterNameTable[] = {{
{chr(10).join(lines)}
}};
// clang-format on

const size_t CharacterNameCount = sizeof CharacterNameTable / sizeof CharacterNameTable[0];

}}  // namespace weft::syntax
""")
    print(f"{listed} names, {len(names) - listed} aliases")


if __name__ == "__main__":
    main()
