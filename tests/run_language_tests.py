#!/usr/bin/env python3
"""Runs the language tests: every script tests/language/<area>/<behaviour>.py under an interpreter,
and compares standard output, standard error and exit status with what is stored beside it.

    run_language_tests.py --interp CMD [--jobs N] [--filter TEXT] [--timeout S] [--light]
                          [--leave-out HEADER] [--virtual-time] [--schedule-seed N] [--verbose]
    run_language_tests.py --record [--filter TEXT]      write the expectations anew from python3
    run_language_tests.py --check-reference             do the expectations still hold for python3?

It guarantees: a script without a stored expectation fails; a script that prints to standard error
without a `.stderr` beside it fails; a script that does not end within the timeout is killed and
fails. The environment of the caller reaches the interpreter, so that test modes which are switched
on by variables (collect at every allocation, for instance) work through it.

Defects that are known and not mended yet are listed in tests/language/known_failures.txt, a script
and the reason a line. Such a script is run like any other; its failure is counted apart, under its
name, and a line says so when it passes after all and must leave the list.

How a test is written is told in tests/README.md. Without python3, run_language_tests.sh does the
comparing half of this program.
"""

import argparse
import concurrent.futures
import difflib
import os
import pathlib
import shlex
import subprocess
import sys
import tempfile

LANGUAGE = pathlib.Path(__file__).resolve().parent / "language"
REFERENCE = "/usr/bin/python3"
# Areas whose scripts import a package of that name that python3 does not bring along: recorded and
# checked against the reference only where it is installed.
PACKAGE_AREAS = ("greenlet", "gevent", "requests")
DIFF_LINES = 14


class Outcome:
    """What one run of one script showed; paths are already made relative to its folder."""

    def __init__(self, stdout, stderr, status):
        self.stdout = stdout
        self.stderr = stderr
        self.status = status


def known_failures():
    """Script names to reasons."""
    reasons = {}
    listing = LANGUAGE / "known_failures.txt"
    if listing.exists():
        for line in listing.read_text(encoding="utf-8").splitlines():
            if line and not line.startswith("#"):
                name, _, reason = line.partition(":")
                reasons[name.strip()] = reason.strip()
    return reasons


def header_lines(script):
    """The comment lines a script begins with."""
    lines = []
    with open(script, "rb") as source:
        for raw_line in source:
            line = raw_line.decode("utf-8", "replace").strip()
            if not line.startswith("#"):
                break
            lines.append(line)
    return lines


def find_scripts(texts, headers):
    """Scripts lie directly in an area; a leading underscore marks a module that others import.

    Those that have one of the header lines (`# HEADER`, a reason may follow it after a colon) are
    left out.
    """
    scripts = []
    for path in sorted(LANGUAGE.glob("*/*.py")):
        name = path.relative_to(LANGUAGE).with_suffix("").as_posix()
        if path.name.startswith("_"):
            continue
        if texts and not any(text in name for text in texts):
            continue
        if any(line[1:].partition(":")[0].strip() in headers for line in header_lines(path)):
            continue
        scripts.append(path)
    return scripts


def without_missing_packages(scripts):
    """Leaves out the scripts that the reference cannot run, and says so."""
    missing = [area for area in PACKAGE_AREAS
               if any(script.parent.name == area for script in scripts)
               and subprocess.run([REFERENCE, "-c", f"import {area}"],
                                  stderr=subprocess.DEVNULL).returncode != 0]
    for area in missing:
        print(f"left out {area}/: {REFERENCE} does not have the package")
    return [script for script in scripts if script.parent.name not in missing]


def command_words(script, scratch):
    """The words after the interpreter: the script and its `# args:`, or its own `# command:`.

    `{tmp}` in them stands for a folder of the run's own, which is removed afterwards.
    """
    for line in header_lines(script):
        line = line.replace("{tmp}", scratch)
        if line.startswith("# command:"):
            return shlex.split(line[len("# command:"):])
        if line.startswith("# args:"):
            return [script.name] + shlex.split(line[len("# args:"):])
    return [script.name]


def environment():
    result = dict(os.environ)
    # One text encoding everywhere, and no cache folders beside the scripts. WEFTPATH and
    # PYTHONPATH name the same folder, for the tests of the import path.
    result["LC_ALL"] = "C.UTF-8"
    result["PYTHONDONTWRITEBYTECODE"] = "1"
    result["PYTHONPATH"] = result["WEFTPATH"] = "on_the_path"
    result.pop("PYTHONSTARTUP", None)
    return result


def run_script(script, interpreter, timeout, virtual_time, seed):
    """Returns the Outcome, or None after a timeout."""
    if virtual_time and "# real time" not in header_lines(script):
        interpreter = interpreter + ["--virtual-time"]
    if seed and "# system threads" not in header_lines(script):
        interpreter = interpreter + ["--schedule-seed", seed]
    stdin_path = script.with_suffix(".stdin")
    stdin_bytes = stdin_path.read_bytes() if stdin_path.exists() else b""
    with tempfile.TemporaryDirectory() as scratch:
        try:
            done = subprocess.run(
                interpreter + command_words(script, scratch),
                cwd=script.parent,
                env=environment(),
                input=stdin_bytes,
                stdout=subprocess.PIPE,
                stderr=subprocess.PIPE,
                timeout=timeout,
            )
        except subprocess.TimeoutExpired:
            return None
    folder = os.fsencode(script.parent) + b"/"
    # Death by signal N counts as status 128 + N, as a shell sees it.
    status = done.returncode if done.returncode >= 0 else 128 - done.returncode
    return Outcome(done.stdout.replace(folder, b""), done.stderr.replace(folder, b""), status)


def read_expectation(script):
    """Returns the stored Outcome, or None where none has been recorded."""
    expected = script.with_suffix(".expected")
    if not expected.exists():
        return None
    stderr = script.with_suffix(".stderr")
    status = script.with_suffix(".exit")
    return Outcome(
        expected.read_bytes(),
        stderr.read_bytes() if stderr.exists() else b"",
        int(status.read_text()) if status.exists() else 0,
    )


def text_difference(title, expected, actual, limit):
    if expected == actual:
        return []
    wanted = expected.decode("utf-8", "backslashreplace").splitlines()
    got = actual.decode("utf-8", "backslashreplace").splitlines()
    lines = list(difflib.unified_diff(wanted, got, "expected", "actual", lineterm="", n=1))[2:]
    if not lines:
        lines = ["(only the ends of lines differ)"]
    if limit and len(lines) > limit:
        lines[limit:] = [f"... {len(lines) - limit} more lines"]
    return [f"  {title}:"] + [f"    {line}" for line in lines]


def describe_failure(expectation, outcome, timeout, limit):
    """Returns the lines that tell what differs; none when the script passed."""
    if expectation is None:
        return ["  nothing is recorded for it (run with --record)"]
    if outcome is None:
        return [f"  did not end within {timeout:g} s"]
    lines = []
    if expectation.status != outcome.status:
        lines.append(f"  exit status: expected {expectation.status}, got {outcome.status}")
    lines += text_difference("stdout", expectation.stdout, outcome.stdout, limit)
    lines += text_difference("stderr", expectation.stderr, outcome.stderr, limit)
    return lines


def write_or_remove(path, content):
    """Writes the file, or removes it when there is nothing to say. Returns whether it changed."""
    before = path.read_bytes() if path.exists() else None
    if before == content:
        return False
    if content is None:
        path.unlink()
    else:
        path.write_bytes(content)
    return True


def record(script, outcome):
    changed = write_or_remove(script.with_suffix(".expected"), outcome.stdout)
    changed |= write_or_remove(script.with_suffix(".stderr"), outcome.stderr or None)
    status = b"%d\n" % outcome.status if outcome.status else None
    changed |= write_or_remove(script.with_suffix(".exit"), status)
    return changed


def interpreter_words(command):
    words = shlex.split(command)
    # Scripts run in their own folder, so a relative path to the interpreter must be resolved.
    if "/" in words[0]:
        words[0] = os.path.abspath(words[0])
    return words


def main():
    parser = argparse.ArgumentParser(description="run the language tests")
    mode = parser.add_mutually_exclusive_group(required=True)
    mode.add_argument("--interp", metavar="CMD", help="the interpreter to test")
    mode.add_argument("--record", action="store_true", help=f"record from {REFERENCE}")
    mode.add_argument("--check-reference", action="store_true", help=f"test {REFERENCE}")
    parser.add_argument("--jobs", type=int, default=os.cpu_count() or 1)
    parser.add_argument("--filter", action="append", metavar="TEXT",
                        help="only scripts whose area/name contains TEXT (may be repeated)")
    parser.add_argument("--timeout", type=float, default=20, help="seconds for one script")
    parser.add_argument("--light", dest="leave_out", action="append_const", const="heavy",
                        default=[], help="leave out scripts marked # heavy")
    parser.add_argument("--leave-out", action="append", metavar="HEADER", default=[],
                        help="leave out scripts with a line '# HEADER' or '# HEADER: reason' at the "
                             "top")
    parser.add_argument("--virtual-time", action="store_true",
                        help="for slow builds: sleeps end at once, in the order of their times; "
                             "scripts marked # real time are run as ever")
    parser.add_argument("--schedule-seed", metavar="N",
                        help="threads are fibers that are parted as the seed has it, but in scripts "
                             "marked # system threads")
    parser.add_argument("--verbose", action="store_true", help="show the whole differences")
    options = parser.parse_args()

    interpreter = interpreter_words(options.interp or REFERENCE)
    scripts = find_scripts(options.filter, options.leave_out)
    if not options.interp:
        scripts = without_missing_packages(scripts)
        scripts = [script for script in scripts if "# weft only" not in header_lines(script)]
    limit = 0 if options.verbose else DIFF_LINES
    known = known_failures() if options.interp else {}
    known_failed = []
    passed = failed = changed = 0
    with concurrent.futures.ThreadPoolExecutor(options.jobs) as pool:
        outcomes = pool.map(
            lambda one: run_script(one, interpreter, options.timeout, options.virtual_time,
                                   options.schedule_seed),
            scripts)
        for script, outcome in zip(scripts, outcomes):
            name = script.relative_to(LANGUAGE).as_posix()
            if options.record and outcome is not None:
                passed += 1
                if record(script, outcome):
                    changed += 1
                    note = f", exit status {outcome.status}" if outcome.status else ""
                    note += ", text on stderr" if outcome.stderr else ""
                    print(f"recorded {name}{note}")
                continue
            lines = describe_failure(read_expectation(script), outcome, options.timeout, limit)
            if lines and name in known:
                known_failed.append(name)
            elif lines:
                failed += 1
                print(f"FAILED {name}", *lines, sep="\n", flush=True)
            else:
                passed += 1
                if name in known:
                    print(f"passes now, take it off known_failures.txt: {name}")
    if options.record:
        print(f"{changed} changed, {passed - changed} unchanged, {failed} failed")
    else:
        for name in known_failed:
            print(f"known failure: {name} ({known[name]})")
        print(f"{passed} passed, {failed} failed")
    return 1 if failed or not scripts else 0


if __name__ == "__main__":
    sys.exit(main())
