"""--virtual-time, -X watchdog=MS, the dump on SIGQUIT, and the order a seed gives to tasks."""

import re
import signal
import time

from shell_case import ShellCase, until_settled, weft_only

LONG_SLEEPS = """
import threading, time
begin = time.monotonic()
def work(number):
    time.sleep(1000 * number)
    print(number, round(time.monotonic() - begin))
threads = [threading.Thread(target=work, args=(number,)) for number in (3, 1, 2)]
for thread in threads:
    thread.start()
for thread in threads:
    thread.join()
time.sleep(86400)
print(round(time.monotonic() - begin), threading.Event().wait(3600))
"""

BUSY_TASK = """
import weft
def others():
    weft.sleep(0)
def busy():
    end = {clock} + 2
    while {clock} < end:
        pass
tasks = [spawn(busy), spawn(others)]
joinall(tasks)
print("done")
""".replace("{clock}", "__import__('time').monotonic()")

WAITING = """
import threading, weft
lock = threading.Lock()
lock.acquire()
channel = weft.Channel()
def receiver():
    channel.receive()
def locked():
    with lock:
        pass
task = spawn(receiver)
thread = threading.Thread(target=locked, name="worker", daemon=True)
thread.start()
weft.sleep(0.1)
print("ready", flush=True)
spawn(weft.sleep, 1000).join()
"""

ORDER = """
import weft
order = []
def work(number):
    for _ in range(4):
        order.append(number)
        weft.sleep(0)
joinall([spawn(work, number) for number in range(5)])
print(order)
"""


class Tools(ShellCase):
    @weft_only
    def test_virtual_time(self):
        begin = time.monotonic()
        outcome = self.run_weft("--virtual-time", "-c", LONG_SLEEPS)
        self.expect(outcome, "1 1000\n2 2000\n3 3000\n89400 False\n")
        self.assertLess(time.monotonic() - begin, 60)

    @weft_only
    def test_virtual_time_with_a_seed(self):
        for seed in ("1", "2"):
            outcome = self.run_weft("--virtual-time", "--schedule-seed", seed, "-c", LONG_SLEEPS)
            self.expect(outcome, "1 1000\n2 2000\n3 3000\n89400 False\n")

    @weft_only
    def test_seed_orders_tasks(self):
        plain = self.run_weft("-c", ORDER)
        self.expect(plain, f"{list(range(5)) * 4}\n")
        orders = {}
        for seed in range(1, 6):
            outcome = self.run_weft("--schedule-seed", str(seed), "-c", ORDER)
            self.expect(outcome, outcome.out)
            self.expect(self.run_weft("--schedule-seed", str(seed), "-c", ORDER), outcome.out)
            orders[outcome.out] = seed
            self.assertEqual(sorted(eval(outcome.out)), sorted(list(range(5)) * 4))
        self.assertGreater(len(orders), 1)

    @weft_only
    def test_watchdog_names_the_line(self):
        self.write("main.py", BUSY_TASK)
        outcome = self.run_weft("-X", "watchdog=100", "main.py")
        self.assertEqual((outcome.out, outcome.status), ("done\n", 0), outcome)
        self.assertIn("has kept others waiting for more than 100 ms\n", outcome.err)
        self.assertIn("watchdog: task busy ", outcome.err)
        self.assertRegex(outcome.err, r'File "(DIR/)?main.py", line [78], in busy')

    @weft_only
    def test_watchdog_looks_at_all_threads(self):
        in_thread = BUSY_TASK.replace("\ntasks = ", "\ndef both():\n    tasks = ", 1).replace(
            "\njoinall(tasks)", "\n    joinall(tasks)").replace(
            '\nprint("done")', '\nimport threading\nthread = threading.Thread(target=both)\n'
                               'thread.start()\nthread.join()\nprint("done")')
        self.write("main.py", in_thread)
        outcome = self.run_weft("-X", "watchdog=100", "main.py")
        self.assertEqual((outcome.out, outcome.status), ("done\n", 0), outcome)
        self.assertRegex(outcome.err, r'File "(DIR/)?main.py", line [78], in busy')

    @weft_only
    def test_watchdog_is_silent_when_nobody_waits(self):
        alone = "import time\nend = time.monotonic() + 0.5\nwhile time.monotonic() < end: pass\n"
        self.expect(self.run_weft("-X", "watchdog=50", "-c", alone), "")

    @weft_only
    def test_watchdog_needs_a_number(self):
        for text in ("watchdog=", "watchdog=0", "watchdog=soon"):
            outcome = self.run_weft("-X", text, "-c", "")
            self.assertEqual(outcome.status, 2, outcome)
            self.assertIn("-X watchdog=MS needs a number", outcome.err)

    @weft_only
    def test_sigquit_dumps_everybody(self):
        self.write("main.py", WAITING)
        process = self.start("main.py")
        self.assertEqual(process.stdout.readline(), b"ready\n")
        until_settled(process.pid)
        for _ in range(2):
            process.send_signal(signal.SIGQUIT)
            shown = b""
            while b"in locked" not in shown or b"in receiver" not in shown:
                line = process.stderr.readline()
                self.assertTrue(line, shown)
                shown += line
            until_settled(process.pid)
        self.assertIsNone(process.poll())
        process.send_signal(signal.SIGINT)
        process.wait(30)
        rest = shown.decode() + process.stderr.read().decode()
        self.assertIn("main thread", rest)
        self.assertIn("thread worker", rest)
        self.assertRegex(rest, r"task receiver: waiting for something to receive from channel \d")
        self.assertRegex(rest, r"waiting for lock \d")

    @weft_only
    def test_sigquit_while_computing(self):
        process = self.start("-c", "print('ready', flush=True)\ndef f():\n    while True: pass\nf()")
        self.assertEqual(process.stdout.readline(), b"ready\n")
        until_settled(process.pid)
        process.send_signal(signal.SIGQUIT)
        lines = [process.stderr.readline() for _ in range(4)]
        self.assertTrue(lines[0].startswith(b"main thread"), lines)
        self.assertTrue(any(re.search(rb"line 3, in f", line) for line in lines), lines)

    @weft_only
    def test_dump_tasks(self):
        source = "import weft\ntask = spawn(weft.sleep, 5)\nweft.sleep(0)\n" \
                 "text = weft.dump_tasks()\nprint(text if text is not None else '')"
        outcome = self.run_weft("-c", source)
        self.assertEqual(outcome.status, 0, outcome)
        self.assertIn("main thread", outcome.out + outcome.err)
        self.assertIn("task sleep: sleeping", outcome.out + outcome.err)
