"""Measures what tasks, greenlets, threads and channels cost; see scripts/benchmarks/concurrency.

    bench_concurrency.py [--interp PATH] [--rounds N] [--only PROGRAM,...]

Runs weft, python3 and Go in turns, takes the minimum of the rounds, and prints every figure beside
its bar. The exit status is 1 when a figure is above its bar.
"""

import argparse
import pathlib
import shutil
import subprocess
import sys
import tempfile

PROJECT = pathlib.Path(__file__).resolve().parents[2]
PROGRAMS = PROJECT / "scripts" / "benchmarks" / "concurrency"
PYTHON = "/usr/bin/python3"

# Nanoseconds (bytes for task_bytes), on a 2-core x86-64 machine.
BARS = {
    "greenlet_switch": 25,
    "sleep0": 80,
    "spawn_join": 800,
    "asyncio_gather": 1000,
    "asyncio_sleep0": 150,
    "thread_create_join": 120_000,
    "thread_lock": 20,
    "lock": 20,
    "channel_hand_over": 200,
    "task_bytes": 700,
}


def runners(interpreter, scratch):
    """(who, program, command) of everything that can run here."""
    found = []
    for name in ("weft_tasks", "greenlets", "asyncio_tasks", "threads", "memory"):
        found.append(("weft", name, [interpreter, str(PROGRAMS / f"{name}.py")]))
    for name in ("greenlets", "asyncio_tasks", "threads"):
        found.append(("python3", name, [PYTHON, str(PROGRAMS / f"{name}.py")]))
    if go := shutil.which("go"):
        binary = pathlib.Path(scratch) / "tasks"
        subprocess.run([go, "build", "-o", binary, PROGRAMS / "tasks.go"], check=True)
        found.append(("go", "weft_tasks", [str(binary)]))
    return found


def run(command):
    """The figures of one run, and why it failed (empty: it did not)."""
    result = subprocess.run(command, capture_output=True, text=True, check=False)
    figures = {}
    for line in result.stdout.splitlines():
        what, _, number = line.partition(" ")
        figures[what] = float(number)
    if result.returncode == 0:
        return figures, ""
    lines = result.stderr.strip().splitlines()
    return figures, lines[-1] if lines else f"exit status {result.returncode}"


def main():
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--interp", default=str(PROJECT / "build" / "release" / "weft"))
    parser.add_argument("--rounds", type=int, default=3)
    parser.add_argument("--only", default="", help="programs, separated by commas")
    options = parser.parse_args()
    wanted = set(filter(None, options.only.split(",")))
    best = {}  # (what, who) -> number
    failures = {}
    with tempfile.TemporaryDirectory() as scratch:
        every = [one for one in runners(options.interp, scratch) if not wanted or one[1] in wanted]
        for _ in range(options.rounds):
            for who, program, command in every:
                figures, failure = run(command)
                if failure:
                    failures[who, program] = failure
                for what, number in figures.items():
                    best[what, who] = min(number, best.get((what, who), number))
    whats = list(dict.fromkeys(what for what, _ in best))
    print(f"{'':22}{'weft':>12}{'bar':>12}{'python3':>12}{'go':>12}")
    above = []
    for what in whats:
        cells = [best.get((what, "weft")), BARS.get(what), best.get((what, "python3")),
                 best.get((what, "go"))]
        print(f"{what:22}" + "".join(f"{'-' if cell is None else format(cell, '.1f'):>12}"
                                     for cell in cells))
        if cells[0] is not None and cells[1] is not None and cells[0] > cells[1]:
            above.append(what)
    for (who, program), failure in failures.items():
        print(f"{who} did not end {program}: {failure}")
    if above:
        print("above the bar:", ", ".join(above))
    return 1 if above or any(who == "weft" for who, _ in failures) else 0


if __name__ == "__main__":
    sys.exit(main())
