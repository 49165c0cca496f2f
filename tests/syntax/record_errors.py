#!/usr/bin/env python3
"""Records in bad_programs.txt what the Python that runs this says of each program.

    record_errors.py           rewrites the answers
    record_errors.py --check   reports those that differ, exit code 1 if any does
"""

import pathlib
import re
import sys

import reference

FILE = pathlib.Path(__file__).with_name("bad_programs.txt")
ENTRY = re.compile(r"^#### (.*)\n((?:(?!=>).*\n)*)=> (.*)\n", re.M)


def answer(program):
    verdict = reference.reference(program)
    if verdict[0] == "ok":
        raise SystemExit(f"a valid program:\n{program}")
    kind, message, line, offset, end_line, end_offset = verdict[1:7]
    return f"{kind} {line}:{offset}-{end_line}:{end_offset} {message}"


def main():
    text = FILE.read_text(encoding="utf-8")
    names = set()
    differences = []

    def record(entry):
        name, program, old = entry.groups()
        if name in names:
            raise SystemExit(f"two entries are called {name!r}")
        names.add(name)
        new = answer(program)
        if new != old:
            differences.append(f"{name}:\n  recorded {old}\n  is now   {new}")
        return f"#### {name}\n{program}=> {new}\n"

    recorded = ENTRY.sub(record, text)
    if recorded.count("\n#### ") != len(names):
        raise SystemExit("an entry has no answer")
    if "--check" in sys.argv:
        print("\n".join(differences + [f"{len(names)} programs, {len(differences)} differ"]))
        return 1 if differences else 0
    FILE.write_text(recorded, encoding="utf-8")
    print(f"{len(names)} programs, {len(differences)} answers changed")
    return 0


if __name__ == "__main__":
    sys.exit(main())
