"""What the tests of the command line have in common."""

import os
import pathlib
import pty
import re
import select
import shutil
import signal
import subprocess
import tempfile
import time
import unittest

interpreter = None  # set by the runner
# Seconds a program may take; slow builds are given more.
TIMEOUT = float(os.environ.get("WEFT_TEST_TIMEOUT", 60))


def is_reference():
    return "python" in os.path.basename(interpreter)


def weft_only(test):
    """Marks a test of what CPython has not, or does otherwise."""

    def run(self):
        if is_reference():
            self.skipTest("not CPython's")
        test(self)

    return run


def environment(**changes):
    """That of the caller, without what would change how the interpreter behaves."""
    kept = {name: value for name, value in os.environ.items()
            if not name.startswith(("PYTHON", "WEFTPATH"))}
    kept.update(changes)
    return kept


class Outcome:
    def __init__(self, out, err, status):
        self.out = out
        self.err = err
        self.status = status

    def __repr__(self):
        return f"status {self.status}\nstdout:\n{self.out}\nstderr:\n{self.err}"


def until_settled(process_id):
    """Returns when the process computes (it has used 50 ms of processor since, more of them in a slow
    build), waits or has ended.

    However slow the machine is, what the process did last before is then done.
    """
    enough = os.sysconf("SC_CLK_TCK") / 20 * TIMEOUT / 60

    def look():
        fields = pathlib.Path(f"/proc/{process_id}/stat").read_text().rpartition(")")[2].split()
        return fields[0], int(fields[11]) + int(fields[12])  # state, ticks in and out of the kernel

    _, begin = look()
    asleep = 0
    before = begin
    while asleep < 3:
        time.sleep(0.02)
        state, ticks = look()
        if state == "Z" or ticks >= begin + enough:
            return
        asleep = asleep + 1 if state == "S" and ticks == before else 0
        before = ticks


class ShellCase(unittest.TestCase):
    maxDiff = None

    def setUp(self):
        self.folder = pathlib.Path(tempfile.mkdtemp(prefix="weft_shell_")).resolve()
        self.addCleanup(shutil.rmtree, self.folder, ignore_errors=True)

    def write(self, name, text):
        """A file in the test's own folder, which is where commands run."""
        path = self.folder / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(text if isinstance(text, bytes) else text.encode())
        return str(path)

    def run_weft(self, *arguments, stdin="", **changes):
        """Runs the interpreter; `changes` go to the environment."""
        done = subprocess.run([interpreter, *arguments], input=stdin.encode(), cwd=self.folder,
                              capture_output=True, env=environment(**changes), timeout=TIMEOUT)
        return self.outcome(done.stdout, done.stderr, done.returncode)

    def run_shell(self, command, **changes):
        """Runs a line of sh, with $WEFT as the interpreter."""
        done = subprocess.run(["sh", "-c", command], cwd=self.folder, capture_output=True,
                              stdin=subprocess.DEVNULL, env=environment(WEFT=interpreter, **changes),
                              timeout=TIMEOUT)
        return self.outcome(done.stdout, done.stderr, done.returncode)

    def outcome(self, out, err, status):
        # Where the test happens to run and how the program was called is not its business.
        def clean(data):
            text = data.decode("utf-8", "backslashreplace")
            return text.replace(interpreter, "EXE").replace(str(self.folder), "DIR")

        return Outcome(clean(out), clean(err), status)

    def expect(self, outcome, out=None, err=None, status=0):
        """Compares; an `err` of None means that nothing may be there."""
        self.assertEqual(outcome.status, status, outcome)
        if out is not None:
            self.assertEqual(outcome.out, out, outcome)
        self.assertEqual(outcome.err, "" if err is None else err, outcome)

    def start(self, *arguments, **options):
        """Starts the interpreter with pipes, for tests that talk to it while it runs."""
        settings = dict(stdin=subprocess.PIPE, stdout=subprocess.PIPE, stderr=subprocess.PIPE)
        settings.update(options)
        process = subprocess.Popen([interpreter, *arguments], cwd=self.folder, env=environment(),
                                   **settings)
        self.addCleanup(self.end, process)
        return process

    @staticmethod
    def end(process):
        if process.poll() is None:
            process.kill()
        process.wait()
        for stream in (process.stdin, process.stdout, process.stderr):
            if stream is not None:
                stream.close()


class Terminal:
    """The interpreter on a pseudo-terminal, and somebody who types."""

    def __init__(self, case, *arguments):
        self.process_id, self.terminal = pty.fork()
        if self.process_id == 0:
            os.chdir(case.folder)
            os.execve(interpreter, [interpreter, *arguments], environment(TERM="dumb"))
        self.text = ""
        self.status = None
        case.addCleanup(self.close)

    def read_until(self, wanted):
        """Everything shown up to `wanted` (a text at the end of what is there), \\r left out."""
        deadline = time.monotonic() + TIMEOUT
        while not self.text.endswith(wanted):
            left = deadline - time.monotonic()
            ready, _, _ = select.select([self.terminal], [], [], max(left, 0))
            if not ready:
                raise AssertionError(f"waited for {wanted!r}, saw {self.text!r}")
            try:
                data = os.read(self.terminal, 65536)
            except OSError:  # how a terminal says that nobody is at its other end
                data = b""
            if not data:
                raise AssertionError(f"ended before {wanted!r}, saw {self.text!r}")
            self.text += data.decode().replace("\r", "")
        shown, self.text = self.text, ""
        return shown

    def read_rest(self):
        while True:
            try:
                data = os.read(self.terminal, 65536)
            except OSError:
                break
            if not data:
                break
            self.text += data.decode().replace("\r", "")
        _, status = os.waitpid(self.process_id, 0)
        self.status = os.waitstatus_to_exitcode(status)
        shown, self.text = self.text, ""
        return shown

    def type(self, text):
        os.write(self.terminal, text.encode())

    def ask(self, line, prompt=">>> "):
        """Types a line at the prompt; what is shown before the next prompt, the echo left out."""
        self.type(line + "\n")
        shown = self.read_until("\n" + prompt)
        # The echo is the first line; what the line editor adds is no concern of the test.
        shown = re.sub(r"\x1b\[[?0-9;]*[a-zA-Z]", "", shown)
        echo, _, rest = shown.partition("\n")
        assert echo.endswith(line), (echo, line)
        return rest[:-len(prompt)]

    def close(self):
        if self.status is None:
            os.kill(self.process_id, signal.SIGKILL)
            os.waitpid(self.process_id, 0)
        os.close(self.terminal)
