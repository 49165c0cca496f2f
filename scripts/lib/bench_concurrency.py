"""Measures what tasks, greenlets, threads and channels cost; see scripts/benchmarks/concurrency.

    bench_concurrency.py [--interp PATH] [--rounds N] [--only PROGRAM,...]

Runs weft, python3 (with greenlet, gevent and uvloop) and Go in turns, takes the minimum of the rounds,
and prints every figure beside its bar, with how many times as much the others take. The exit status
is 1 when a figure is above its bar.
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

# Nanoseconds (bytes for those that end so), on a 2-core x86-64 machine.
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
    "queue_hand_over": 200,
    "task_bytes": 700,
    "pinned_bytes": 10_000,
}
# Who is measured, and what else they are called with.
WHO = {"weft": [], "python3": [], "uvloop": ["uvloop"], "go": []}


def runners(interpreter, scratch):
    """(who, program, command) of everything that can run here."""

    def command(who, runner, name):
        return who, name, [runner, str(PROGRAMS / f"{name}.py"), *WHO[who]]

    found = []
    for name in ("weft_tasks", "greenlets", "asyncio_tasks", "threads", "scaling", "memory",
                 "pinned_memory"):
        found.append(command("weft", interpreter, name))
    for name in ("greenlets", "asyncio_tasks", "threads"):
        found.append(command("python3", PYTHON, name))
    if subprocess.run([PYTHON, "-c", "import uvloop"], capture_output=True).returncode == 0:
        found.append(command("uvloop", PYTHON, "asyncio_tasks"))
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


def print_table(best):
    """Prints the figures; gives the names of those above their bars."""
    others = [who for who in WHO if who != "weft" and any(one == who for _, one in best)]
    print(f"{'':22}{'weft':>12}{'bar':>10}" + "".join(f"{who:>12}{'':8}" for who in others))
    above = []
    for what in dict.fromkeys(what for what, _ in best):
        ours = best.get((what, "weft"))
        bar = BARS.get(what)
        cells = "".join(f"{'-' if number is None else format(number, '.1f'):>{width}}"
                        for number, width in ((ours, 12), (bar, 10)))
        for who in others:
            number = best.get((what, who))
            times = f"x{number / ours:.1f}" if number and ours else ""
            cells += f"{'-' if number is None else format(number, '.1f'):>12}{times:>8}"
        print(f"{what:22}{cells}")
        if ours is not None and bar is not None and ours > bar:
            above.append(what)
    return above


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
    above = print_table(best)
    for (who, program), failure in failures.items():
        print(f"{who} did not end {program}: {failure}")
    if above:
        print("above the bar:", ", ".join(above))
    return 1 if above or any(who == "weft" for who, _ in failures) else 0


if __name__ == "__main__":
    sys.exit(main())
