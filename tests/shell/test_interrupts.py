"""SIGINT: KeyboardInterrupt in loops, sleeps and reads; status 130 for a shell."""

import signal

from shell_case import ShellCase, until_settled, weft_only

TRACEBACK = "Traceback (most recent call last):\n"


class Interrupts(ShellCase):
    def interrupt(self, source):
        """Runs a program that says when it is ready, then interrupts it."""
        process = self.start("-c", "print('ready', flush=True)\n" + source)
        self.assertEqual(process.stdout.readline(), b"ready\n")
        until_settled(process.pid)
        process.send_signal(signal.SIGINT)
        # Its standard input stays open: nobody but the signal ends a read.
        process.wait(30)
        return self.outcome(process.stdout.read(), process.stderr.read(), process.returncode)

    def expect_death(self, source, lines):
        outcome = self.interrupt(source)
        self.assertEqual(outcome.status, -signal.SIGINT, outcome)
        self.assertEqual(outcome.err, TRACEBACK + lines + "KeyboardInterrupt\n")

    def test_loop(self):
        self.expect_death("while True: pass", '  File "<string>", line 2, in <module>\n')

    def test_loop_in_a_function(self):
        self.expect_death("def f():\n    for x in iter(int, 1): x\nf()",
                          '  File "<string>", line 4, in <module>\n'
                          '  File "<string>", line 3, in f\n')

    @weft_only  # the reference computes on
    def test_loop_of_the_library(self):
        self.expect_death("sum(range(10**15))", '  File "<string>", line 2, in <module>\n')

    def test_interrupt_before_the_wait(self):
        # Sent while the program computes; the sleep that follows must not swallow it.
        self.expect_death("import time\nwhile True: time.sleep(0)",
                          '  File "<string>", line 3, in <module>\n')

    def test_sleep(self):
        self.expect_death("import time\ntime.sleep(60)", '  File "<string>", line 3, in <module>\n')

    def test_input(self):
        self.expect_death("input()", '  File "<string>", line 2, in <module>\n')

    def test_caught(self):
        outcome = self.interrupt("import time\n"
                                 "try: time.sleep(60)\n"
                                 "except KeyboardInterrupt: print('caught')\n"
                                 "finally: print('done')")
        self.expect(outcome, "caught\ndone\n")

    def test_caught_in_a_loop_and_going_on(self):
        outcome = self.interrupt("try:\n    for x in iter(int, 1): y = x\n"
                                 "except KeyboardInterrupt: pass\n"
                                 "print(sum(range(100000)))")
        self.expect(outcome, "4999950000\n")

    def test_a_shell_sees_130(self):
        outcome = self.run_shell("timeout -s INT 0.5 $WEFT -c 'while True: pass'; echo $?")
        self.assertIn(outcome.out, ("124\n", "130\n"))  # 124: timeout tells that it was it
        outcome = self.run_shell("$WEFT -c 'raise KeyboardInterrupt'; echo $?")
        self.assertEqual(outcome.out, "130\n")

    def test_subclasses_end_as_other_exceptions(self):
        outcome = self.run_weft("-c", "class Stop(KeyboardInterrupt): pass\nraise Stop")
        self.assertEqual(outcome.status, 1)

    def test_ignored_by_the_parent_stays_ignored(self):
        process = self.start("-c", "print('ready', flush=True)\nimport time\n"
                                   "time.sleep(0.3)\nprint('end')",
                             preexec_fn=lambda: signal.signal(signal.SIGINT, signal.SIG_IGN))
        self.assertEqual(process.stdout.readline(), b"ready\n")
        process.send_signal(signal.SIGINT)
        out, err = process.communicate(timeout=30)
        self.assertEqual((out, err, process.returncode), (b"end\n", b"", 0))

