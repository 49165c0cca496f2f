"""The examples of scripts/examples print what they print under the reference, where that is there."""

import pathlib
import shutil
import subprocess

import shell_case
from shell_case import TIMEOUT, ShellCase, environment

EXAMPLES = pathlib.Path(__file__).resolve().parents[2] / "scripts" / "examples"
REFERENCE = shutil.which("python3")


class Examples(ShellCase):
    def test_scripts(self):
        scripts = sorted(EXAMPLES.glob("*.py"))
        self.assertTrue(scripts)
        for script in scripts:
            with self.subTest(script.name):
                outputs = []
                for command in (shell_case.interpreter, REFERENCE):
                    done = subprocess.run([command, script], input=b"to be or not to be, to be\n",
                                          capture_output=True, env=environment(), timeout=TIMEOUT)
                    self.assertEqual((done.returncode, done.stderr), (0, b""))
                    outputs.append(done.stdout.decode())
                self.assertEqual(*outputs)
