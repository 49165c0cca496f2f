#!/usr/bin/env python3
"""Compares weft's verdict with that of the Python that runs this on programs broken at random.

    compare_mutations.py PARSER [--seed N] [--count N] [--show N] [PATH...]

Snippets of the files (by default of the standard library) are cut, and tokens, characters or lines of them dropped, doubled, swapped,
inserted; some are random bytes. A verdict is a tree with all places, or an exception with message,
place and source line. Reports how many agree in full, and those that disagree on whether the
program is valid (exit code 1 if there is one).
"""

import argparse
import collections
import random
import re
import sys
import sysconfig

import compare_ast
import reference

TOKEN = re.compile(r"\s+|\w+|\d[\w.]*|'''|\"\"\"|[-+*/%&|^<>=!]=|\*\*=?|//=?|->|:=|.", re.S)
EXTRA = """( ) [ ] { } , : ; . = == != := -> + - * ** / // % @ & | ^ ~ < > <= >= << >> += ... ' " ''' f' f"
\\ # ! ? $ a b x _ 1 0 1.5 0x 1j "s" 'q' b'b' f'{a}' f'{ {b} !r: if else elif for in while with as def
class lambda return yield await async not and or is None True False import from global nonlocal del
pass break continue try except finally raise assert match case print exec \n \n\x20\x20 \t \x0c \xe9 \u20ac
""".split(" ")
EXTRA = [word for piece in EXTRA for word in piece.split("\n") if word] + ["\n", "\n  ", " ", "\t"]


def snippets(names, random):
    texts = []
    for name in names:
        try:
            with open(name, encoding="utf-8") as file:
                texts.append(file.read().splitlines(keepends=True))
        except UnicodeDecodeError:
            pass
    texts = [lines for lines in texts if lines]
    while True:
        lines = random.choice(texts)
        size = random.randint(1, 25)
        begin = random.randrange(len(lines))
        chunk = lines[begin:begin + size]
        # Without the indentation of its first line, so that most of it is valid as it stands.
        indent = len(chunk[0]) - len(chunk[0].lstrip(" "))
        yield "".join(line[indent:] if line[:indent].isspace() else line for line in chunk)


def mutate(text, random):
    if random.random() < 0.02:
        return "".join(chr(random.choice((random.randrange(1, 128), random.randrange(1, 0x500))))
                       for _ in range(random.randrange(60)))
    tokens = TOKEN.findall(text)
    for _ in range(random.choice((0, 1, 1, 1, 2, 3))):
        if not tokens:
            break
        at = random.randrange(len(tokens))
        kind = random.randrange(8)
        if kind == 0:
            del tokens[at]
        elif kind == 1:
            tokens.insert(at, tokens[at])
        elif kind == 2:
            other = random.randrange(len(tokens))
            tokens[at], tokens[other] = tokens[other], tokens[at]
        elif kind in (3, 4):
            tokens.insert(at, " " + random.choice(EXTRA) + " ")
        elif kind == 5:
            tokens[at] = random.choice(EXTRA)
        elif kind == 6 and tokens[at]:
            cut = random.randrange(len(tokens[at]))
            tokens[at] = tokens[at][:cut] + tokens[at][cut + 1:]
        else:
            tokens = tokens[:at]
    return "".join(tokens)


def main():
    arguments = argparse.ArgumentParser()
    arguments.add_argument("parser")
    arguments.add_argument("--seed", type=int, default=1)
    arguments.add_argument("--count", type=int, default=2000)
    arguments.add_argument("--show", type=int, default=10, help="how many differences to show")
    arguments.add_argument("--mode", default="exec")
    arguments.add_argument("paths", nargs="*", default=[sysconfig.get_paths()["stdlib"]])
    options = arguments.parse_intermixed_args()

    chance = random.Random(options.seed)
    parser = reference.Parser(options.parser)
    source_of = snippets(list(compare_ast.python_files(options.paths)), chance)
    counts = collections.Counter()
    shown = 0
    for _ in range(options.count):
        text = mutate(next(source_of), chance)
        if "\0" in text:
            continue
        ours = parser.parse(text.encode("utf-8", "replace"), options.mode, "at")
        theirs = reference.reference(text, options.mode, attributes=True)
        if ours == theirs:
            counts["same tree" if ours[0] == "ok" else "same error"] += 1
            continue
        if ours[0] != theirs[0]:
            verdict = "VERDICT DIFFERS"
        elif ours[0] == "ok":
            verdict = "places differ"
        elif ours[1:3] != theirs[1:3]:
            verdict = "message differs"
        else:
            verdict = "place of error differs"
        counts[verdict] += 1
        if verdict == "VERDICT DIFFERS" or shown < options.show:
            shown += 1
            print(f"--- {verdict}\n{text!r}")
            if ours[0] == theirs[0] == "ok":
                print(reference.first_difference(ours[1], theirs[1]))
            else:
                print(f"ours   {ours[1:] if ours[0] == 'error' else 'ok'}\n"
                      f"theirs {theirs[1:] if theirs[0] == 'error' else 'ok'}")
    print(", ".join(f"{count} {name}" for name, count in counts.most_common()))
    return 1 if counts["VERDICT DIFFERS"] else 0


if __name__ == "__main__":
    sys.exit(main())
