"""SIGINT: KeyboardInterrupt in loops, sleeps and reads; status 130 for a shell."""

import random
import signal
import time

from shell_case import TIMEOUT, ShellCase, until_settled, weft_only

TRACEBACK = "Traceback (most recent call last):\n"


# Programs of threads and fibers that never end, and leave no thread behind when main does.
COMPUTING_THREADS = """
import threading
def count():
    while True: pass
threads = [threading.Thread(target=count, daemon=True) for _ in range(3)]
for thread in threads: thread.start()
"""
SWITCHING_THREADS = """
import queue, threading
there, back = queue.Queue(), queue.Queue()
def echo():
    while True: back.put(there.get())
threading.Thread(target=echo, daemon=True).start()
"""
SWITCHING_TASKS = """
import weft
there, back = weft.Channel(), weft.Channel()
def echo():
    while True: back.send(there.receive())
def ask():
    while True:
        there.send(1)
        back.receive()
tasks = [spawn(echo), spawn(ask)]
"""


class Interrupts(ShellCase):
    def interrupt(self, source, *options, after=None):
        """Runs a program that says when it is ready, then interrupts it: when it waits or computes,
        or `after` seconds."""
        process = self.start(*options, "-c", "print('ready', flush=True)\n" + source)
        self.assertEqual(process.stdout.readline(), b"ready\n")
        if after is None:
            until_settled(process.pid)
        else:
            time.sleep(after)
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

    @weft_only  # the reference needs hours to print it
    def test_long_computation(self):
        self.expect_death("pow(3, 10**30000, 10**30000 + 1)",
                          '  File "<string>", line 2, in <module>\n')

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
        out, err = process.communicate(timeout=TIMEOUT)
        self.assertEqual((out, err, process.returncode), (b"end\n", b"", 0))

    # --- With threads and fibers: it is main that is interrupted.

    def expect_main_interrupted(self, source, *options, after=None):
        outcome = self.interrupt(source, *options, after=after)
        self.assertEqual(outcome.status, -signal.SIGINT, outcome)
        self.assertTrue(outcome.err.startswith(TRACEBACK), outcome)
        self.assertTrue(outcome.err.endswith("KeyboardInterrupt\n"), outcome)
        self.assertNotIn("Exception in thread", outcome.err)

    def test_main_joins_a_thread(self):
        self.expect_main_interrupted(COMPUTING_THREADS + "threads[0].join()")

    def test_main_computes_beside_threads(self):
        self.expect_main_interrupted(COMPUTING_THREADS + "while True: pass")

    def test_main_waits_for_a_lock(self):
        self.expect_main_interrupted("import threading\nlock = threading.Lock()\nlock.acquire()\n"
                                     "threading.Thread(target=__import__('time').sleep, args=(60,),"
                                     " daemon=True).start()\nlock.acquire()")

    def test_main_waits_for_an_event_for_a_time(self):
        self.expect_main_interrupted("import threading\nthreading.Event().wait(60)")

    def test_main_waits_for_a_queue_while_threads_sleep(self):
        self.expect_main_interrupted("import queue, threading, time\n"
                                     "threading.Thread(target=time.sleep, args=(60,), daemon=True)"
                                     ".start()\nqueue.Queue().get()")

    @weft_only  # 3.11 takes a thread for ended whose join was interrupted
    def test_threads_go_on_until_main_has_cleaned_up(self):
        outcome = self.interrupt("import threading, time\nstop = threading.Event()\n"
                                 "def work():\n    stop.wait(60)\n    print('stopped')\n"
                                 "thread = threading.Thread(target=work)\nthread.start()\n"
                                 "try: thread.join()\n"
                                 "except KeyboardInterrupt: print('caught'); stop.set()\n"
                                 "thread.join()")
        self.expect(outcome, "caught\nstopped\n")

    def test_asyncio(self):
        self.expect_main_interrupted("import asyncio\nasync def main():\n"
                                     "    await asyncio.sleep(60)\nasyncio.run(main())")

    @weft_only
    def test_main_joins_tasks(self):
        self.expect_main_interrupted(SWITCHING_TASKS + "joinall(tasks)")
        self.expect_main_interrupted("import weft\nspawn(weft.sleep, 60).join()")

    @weft_only
    def test_task_that_computes(self):
        self.expect_main_interrupted("def count():\n    while True: pass\nspawn(count).join()")

    def test_at_any_moment_between_threads(self):
        for _ in range(6):
            self.expect_main_interrupted(
                SWITCHING_THREADS + "while True:\n    there.put(1)\n    back.get()",
                after=random.random() / 5)

    @weft_only
    def test_at_any_moment_between_tasks(self):
        for _ in range(6):
            self.expect_main_interrupted(SWITCHING_TASKS + "joinall(tasks)",
                                         after=random.random() / 5)

    @weft_only
    def test_at_any_moment_with_a_seed(self):
        for seed in range(1, 4):
            self.expect_main_interrupted(
                COMPUTING_THREADS + "threads[0].join()", "--schedule-seed", str(seed),
                after=random.random() / 5)
            self.expect_main_interrupted(
                SWITCHING_THREADS + "while True:\n    there.put(1)\n    back.get()",
                "--schedule-seed", str(seed), after=random.random() / 5)
