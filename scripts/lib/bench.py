"""The measuring half of scripts/bench.

Runs of the interpreters are interleaved (A B C A B C ...), so that a machine that slows down for a
while slows all of them. A program's time is the minimum over the rounds; the table shows how many
times as long each peer took as weft did, so above 1 is faster than the peer. What the programs print
must agree, or the run fails.
"""

import argparse
import json
import math
import os
import pathlib
import re
import shutil
import statistics
import subprocess
import sys
import tempfile

PROJECT = pathlib.Path(__file__).resolve().parent.parent.parent
PROGRAMS = PROJECT / "scripts" / "benchmarks"
MEASURE = PROJECT / "build" / "measure"
REFERENCE = "python3"
STANDARD_LIBRARY = pathlib.Path("/usr/lib/python3.11")
ALLOCATION_HEAVY = "# benchmark: allocation-heavy"

# What each program must show against the reference interpreter (scripts/benchmarks/README.md).
WANTED_MEAN = 2.2
WANTED_EACH = 1.0
WANTED_STARTUP_MS = 3.0
WANTED_STARTUP_KB = 6 * 1024


class Peer:
    def __init__(self, name, command, suffix):
        self.name = name
        self.command = command
        self.suffix = suffix


class Run:
    """One execution: seconds, peak kilobytes, exit status, what it printed."""

    def __init__(self, wall, cpu, kilobytes, status, output, errors):
        self.wall = wall
        self.cpu = cpu
        self.kilobytes = kilobytes
        self.status = status
        self.output = output
        self.errors = errors

    def complaint(self):
        last = self.errors.decode("utf-8", "replace").strip().splitlines()[-1:]
        return f"exit status {self.status}" + (f": {last[0]}" if last else "")


def find_peers(interpreter, wanted):
    # A version manager's python3 earlier in PATH is not the one we compare with.
    reference = "/usr/bin/python3" if os.path.exists("/usr/bin/python3") else "python3"
    peers = [Peer("weft", interpreter, ".py")]
    for name, command, suffix in (
        (REFERENCE, reference, ".py"),
        ("pypy3", "pypy3", ".py"),
        ("lua5.4", "lua5.4", ".lua"),
        ("luajit", "luajit", ".lua"),
    ):
        if (wanted is None or name in wanted) and shutil.which(command):
            peers.append(Peer(name, command, suffix))
    return peers


def run(command, timeout):
    environment = dict(os.environ, LC_ALL="C.UTF-8", PYTHONDONTWRITEBYTECODE="1", PYTHONHASHSEED="0")
    with tempfile.NamedTemporaryFile("r") as report:
        done = subprocess.run(
            [MEASURE, report.name, str(timeout), *command],
            stdin=subprocess.DEVNULL,
            stdout=subprocess.PIPE,
            stderr=subprocess.PIPE,
            env=environment,
        )
        if done.returncode != 0:
            sys.exit(done.stderr.decode("utf-8", "replace"))
        wall, cpu, kilobytes, status = report.read().split()
    return Run(float(wall), float(cpu), int(kilobytes), int(status), done.stdout, done.stderr)


def interleaved(commands, rounds, timeout):
    """Returns for each command its runs; a command that failed is not run again."""
    runs = [[] for _ in commands]
    for _ in range(rounds):
        for command, done in zip(commands, runs):
            if not done or done[-1].status == 0:
                done.append(run(command, timeout))
    return runs


def geometric_mean(ratios):
    return math.exp(sum(map(math.log, ratios)) / len(ratios)) if ratios else float("nan")


class Report:
    """Collects complaints, so that they stand together at the end and decide the exit status."""

    def __init__(self):
        self.failures = []
        self.missed = []

    def fail(self, text):
        self.failures.append(text)

    def expect(self, holds, text):
        if not holds:
            self.missed.append(text)

    def finish(self):
        for text in self.missed:
            print(f"below the bar: {text}")
        for text in self.failures:
            print(f"FAILED {text}")
        return 1 if self.failures else 0


def find_programs(only):
    programs = sorted(PROGRAMS.glob("*.py"))
    if only:
        names = only.split(",")
        known = {program.stem: program for program in programs}
        unknown = [name for name in names if name not in known]
        if unknown:
            sys.exit(f"no such program: {', '.join(unknown)}")
        programs = [known[name] for name in names]
    return programs


def time_programs(options, peers, report):
    header = f"{'':20}{'weft s':>8}{'median':>8}"
    for peer in peers[1:]:
        header += f"{peer.name:>9}"
    print(header + f"{'weft MB':>10}{REFERENCE + ' MB':>12}{'memory':>8}")

    ratios = {peer.name: [] for peer in peers[1:]}
    memory_ratios = []
    rows = {}
    for program in find_programs(options.only):
        present = [peer for peer in peers if program.with_suffix(peer.suffix).exists()]
        commands = [[peer.command, program.with_suffix(peer.suffix)] for peer in present]
        runs = dict(
            zip((p.name for p in present), interleaved(commands, options.rounds, options.timeout))
        )
        row = rows[program.stem] = {
            name: {
                "seconds": [one.cpu if options.cpu else one.wall for one in done],
                "kilobytes": min(one.kilobytes for one in done),
                "ok": done[-1].status == 0,
            }
            for name, done in runs.items()
        }
        for name, done in runs.items():
            if done[-1].status != 0:
                report.fail(f"{program.stem} under {name}: {done[-1].complaint()}")
        outputs = {done[-1].output for done in runs.values() if done[-1].status == 0}
        if len(outputs) > 1:
            report.fail(f"{program.stem}: the interpreters print different results")

        heavy = ALLOCATION_HEAVY in program.read_text()
        line = f"{program.stem + (' *' if heavy else ''):20}"
        weft = row["weft"]
        if not weft["ok"]:
            print(line + "  failed", flush=True)
            continue
        own = min(weft["seconds"])
        line += f"{own:8.3f}{statistics.median(weft['seconds']):8.3f}"
        for peer in peers[1:]:
            other = row.get(peer.name)
            if other is None or not other["ok"]:
                line += f"{'-' if other is None else 'failed':>9}"
                continue
            ratio = min(other["seconds"]) / own
            ratios[peer.name].append(ratio)
            line += f"{ratio:9.2f}"
            if peer.name == REFERENCE:
                report.expect(ratio >= WANTED_EACH, f"{program.stem} is slower than {REFERENCE}")
        line += f"{weft['kilobytes'] / 1024:10.1f}"
        reference = row.get(REFERENCE)
        if reference and reference["ok"]:
            memory = weft["kilobytes"] / reference["kilobytes"]
            memory_ratios.append(memory)
            line += f"{reference['kilobytes'] / 1024:12.1f}{memory:8.2f}"
            report.expect(memory <= 1.0 or not heavy, f"{program.stem} needs more memory")
        print(line, flush=True)

    means = {name: geometric_mean(values) for name, values in ratios.items()}
    line = f"{'geometric mean':36}"
    for peer in peers[1:]:
        line += f"{means[peer.name]:9.2f}"
    print(line + f"{'':22}{geometric_mean(memory_ratios):8.2f}")
    print("(time: peer / weft, above 1 weft is faster; memory: weft / python3; * allocation-heavy)")
    if ratios.get(REFERENCE):
        report.expect(
            means[REFERENCE] >= WANTED_MEAN,
            f"geometric mean {means[REFERENCE]:.2f} against {REFERENCE}, wanted {WANTED_MEAN}",
        )
    return rows


def time_startup(options, peers, report):
    """Start-up: `-c pass`, many short interleaved runs."""
    chosen = [peer for peer in peers if peer.suffix == ".py"]
    commands = [[peer.command, "-c", "pass"] for peer in chosen]
    print("\nstart-up (-c pass)      ms   median      MB")
    for peer, runs in zip(chosen, interleaved(commands, 10 * options.rounds, options.timeout)):
        if runs[-1].status != 0:
            report.fail(f"-c pass under {peer.name}: {runs[-1].complaint()}")
            continue
        times = [one.wall * 1000 for one in runs]
        kilobytes = min(one.kilobytes for one in runs)
        print(f"{peer.name:18}{min(times):8.2f} {statistics.median(times):8.2f}{kilobytes / 1024:8.1f}")
        if peer.name == "weft":
            report.expect(min(times) <= WANTED_STARTUP_MS, f"start-up takes {min(times):.2f} ms")
            report.expect(kilobytes <= WANTED_STARTUP_KB, f"start-up needs {kilobytes} KB")


def time_operations(options, peers, report):
    """Each program prints lines "what  number ns"; the table puts the peers side by side."""
    chosen = [peer for peer in peers if peer.suffix == ".py"]
    for program in sorted((PROGRAMS / "micro").glob("*.py")):
        commands = [[peer.command, program] for peer in chosen]
        best = {}
        for peer, runs in zip(chosen, interleaved(commands, options.rounds, options.timeout)):
            if runs[-1].status != 0:
                report.fail(f"{program.stem} under {peer.name}: {runs[-1].complaint()}")
                continue
            for one in runs:
                for what, number in re.findall(r"(?m)^(.+?) +(-?[\d.]+) ns$", one.output.decode()):
                    row = best.setdefault(what, {})
                    row[peer.name] = min(row.get(peer.name, math.inf), float(number))
        print(f"{program.stem + ' (ns)':28}" + "".join(f"{peer.name:>9}" for peer in chosen))
        for what, row in best.items():
            print(f"  {what:26}" + "".join(f"{row.get(p.name, math.nan):9.1f}" for p in chosen))
        print()


REFERENCE_COMPILE = """
import sys, time
count = 0
started = time.perf_counter()
for name in sys.argv[1:]:
    with open(name, "rb") as file:
        source = file.read()
    compile(source, name, "exec", dont_inherit=True)
    count += 1
print(count, "files", time.perf_counter() - started, "s")
"""


def compilable(files):
    """Those that the reference interpreter accepts."""
    result = []
    for file in files:
        try:
            compile(file.read_bytes(), str(file), "exec", dont_inherit=True)
            result.append(str(file))
        except (SyntaxError, ValueError):
            pass
    return result


def time_compiler(options, peers, report):
    files = compilable(sorted(STANDARD_LIBRARY.rglob("*.py")))
    size = sum(os.path.getsize(file) for file in files)
    if not files:
        sys.exit(f"no sources in {STANDARD_LIBRARY} (Debian's libpython3.11-stdlib)")
    chosen = [peer for peer in peers if peer.name in ("weft", REFERENCE)]
    front = {"weft": ["--compile-only"], REFERENCE: ["-c", REFERENCE_COMPILE]}
    commands = [[peer.command, *front[peer.name], *files] for peer in chosen]
    print(f"parse and compile {len(files)} files, {size / 1e6:.1f} MB    s    MB/s  peak MB")
    seconds = {}
    for peer, runs in zip(chosen, interleaved(commands, options.rounds, options.timeout)):
        if runs[-1].status != 0:
            report.fail(f"compiling under {peer.name}: {runs[-1].complaint()}")
            continue
        best = math.inf
        for one in runs:
            count, took = re.search(rb"(\d+)\D+?(\d+\.\d+)", one.output).groups()
            best = min(best, float(took))
            if int(count) != len(files):
                report.fail(f"{peer.name} compiled {int(count)} of {len(files)} files")
        seconds[peer.name] = best
        print(f"{peer.name:38}{best:6.2f}{size / 1e6 / best:8.1f}{runs[0].kilobytes / 1024:9.1f}")
    if len(seconds) == 2:
        ratio = seconds[REFERENCE] / seconds["weft"]
        print(f"{REFERENCE} / weft: {ratio:.2f}")
        report.expect(ratio >= 1.0, f"compiling is slower than {REFERENCE}'s")


def main():
    parser = argparse.ArgumentParser(prog="scripts/bench", description="measure weft against peers")
    parser.add_argument("--only", metavar="NAME,...", help="only these programs, no start-up")
    parser.add_argument("--rounds", type=int, default=3)
    parser.add_argument("--peers", metavar="NAME,...", help="python3, pypy3, lua5.4, luajit")
    parser.add_argument("--interp", help="the interpreter to measure (default: the release build)")
    parser.add_argument("--cpu", action="store_true",
                        help="compare processor time, where other work disturbs the clock")
    parser.add_argument("--timeout", type=int, default=120, help="seconds for one run")
    parser.add_argument("--json", metavar="FILE", help="write the figures of the programs there too")
    parser.add_argument("--micro", action="store_true", help="single operations instead")
    parser.add_argument("--compile", action="store_true", help="the compiler's speed instead")
    options = parser.parse_args()

    interpreter = options.interp or str(PROJECT / "build" / "release" / "weft")
    peers = find_peers(interpreter, options.peers.split(",") if options.peers else None)
    report = Report()
    if options.micro:
        time_operations(options, peers, report)
    elif options.compile:
        time_compiler(options, peers, report)
    else:
        rows = time_programs(options, peers, report)
        if options.json:
            pathlib.Path(options.json).write_text(json.dumps(rows, indent=1))
        if not options.only:
            time_startup(options, peers, report)
    return report.finish()


if __name__ == "__main__":
    sys.exit(main())
