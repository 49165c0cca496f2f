#!/usr/bin/env python3
"""Compares weft's syntax trees with those of the Python that runs this, over files and folders.

    compare_ast.py PARSER [--attributes] [--every N] [PATH...]

Without a path, over that Python's standard library. Each file must give the same ast.dump(), or be refused by both. Exit code 1 if one does not.
"""

import argparse
import os
import sys
import sysconfig

import reference


def python_files(paths):
    for path in paths:
        if os.path.isfile(path):
            yield path
        for folder, folders, names in os.walk(path):
            folders.sort()
            yield from (os.path.join(folder, name) for name in sorted(names)
                        if name.endswith(".py"))


def main():
    arguments = argparse.ArgumentParser()
    arguments.add_argument("parser")
    arguments.add_argument("--attributes", action="store_true", help="compare places too")
    arguments.add_argument("--every", type=int, default=1, help="take each N-th file only")
    arguments.add_argument("paths", nargs="*", default=[sysconfig.get_paths()["stdlib"]])
    options = arguments.parse_intermixed_args()

    parser = reference.Parser(options.parser)
    equal = refused = 0
    different = []
    for name in list(python_files(options.paths))[::options.every]:
        with open(name, "rb") as file:
            source = file.read()
        ours = parser.parse(source, flags="a" if options.attributes else "-")
        theirs = reference.reference(source, attributes=options.attributes)
        if ours[0] == theirs[0] == "error":
            refused += 1
        elif ours == theirs:
            equal += 1
        else:
            different.append(name)
            if ours[0] == theirs[0]:
                print(f"{name}: trees differ\n{reference.first_difference(ours[1], theirs[1])}")
            else:
                print(f"{name}: ours {ours[:4] if ours[0] == 'error' else 'ok'}, "
                      f"theirs {theirs[:4] if theirs[0] == 'error' else 'ok'}")
    print(f"{equal} equal trees, {refused} refused by both, {len(different)} different")
    return 1 if different else 0


if __name__ == "__main__":
    sys.exit(main())
