#!/usr/bin/env python3
"""Tests of the command line, run as a user runs it: as a process, on pipes and pseudo-terminals.

    run_shell_tests.py --interp CMD [NAME...]     all tests, or those whose name contains a NAME
    run_shell_tests.py --interp /usr/bin/python3  do the expectations hold for the reference?

Each file test_*.py holds the tests of one subject, written with the helpers of shell_case.py. Tests
marked `weft_only` say something that is not CPython's and are left out for the reference.
"""

import argparse
import os
import pathlib
import sys
import unittest

FOLDER = pathlib.Path(__file__).resolve().parent
sys.path.insert(0, str(FOLDER))

import shell_case  # noqa: E402


def all_tests(suite):
    for each in suite:
        if isinstance(each, unittest.TestSuite):
            yield from all_tests(each)
        else:
            yield each


def main():
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--interp", required=True, help="the interpreter to test")
    parser.add_argument("names", nargs="*")
    options = parser.parse_args()
    shell_case.interpreter = os.path.abspath(options.interp)

    found = all_tests(unittest.defaultTestLoader.discover(str(FOLDER)))
    chosen = [test for test in found
              if not options.names or any(name in test.id() for name in options.names)]
    result = unittest.TextTestRunner(verbosity=1).run(unittest.TestSuite(chosen))
    failed = len(result.failures) + len(result.errors)
    print(f"{result.testsRun - failed - len(result.skipped)} passed, {failed} failed", flush=True)
    return 1 if failed or not chosen else 0


if __name__ == "__main__":
    sys.exit(main())
