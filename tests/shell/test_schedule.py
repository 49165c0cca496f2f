"""--schedule-seed: threads take turns as the seed has it, and a race comes back with its seed."""

from shell_case import ShellCase, weft_only

RACY = """
import threading
counter = 0
def work():
    global counter
    for _ in range(50):
        counter = counter + 1
threads = [threading.Thread(target=work) for _ in range(4)]
for thread in threads:
    thread.start()
for thread in threads:
    thread.join()
print(counter)
"""

MENDED = RACY.replace("counter = counter + 1", "with lock: counter = counter + 1").replace(
    "counter = 0", "counter, lock = 0, threading.Lock()", 1)

CHECK_THEN_ACT = """
import threading
class Account:
    balance = 100
begin = threading.Event()
def withdraw(account, amount):
    begin.wait()
    if account.balance >= amount:
        account.balance -= amount
account = Account()
threads = [threading.Thread(target=withdraw, args=(account, 80)) for _ in range(2)]
for thread in threads:
    thread.start()
begin.set()
for thread in threads:
    thread.join()
print(account.balance)
"""

LOCK_ORDER = """
import threading
first, second = threading.Lock(), threading.Lock()
def one():
    with first:
        with second:
            pass
def other():
    with second:
        with first:
            pass
threads = [threading.Thread(target=one), threading.Thread(target=other)]
for thread in threads:
    thread.start()
for thread in threads:
    thread.join()
print("done")
"""

SEEDS = range(1, 13)


class Schedule(ShellCase):
    def run_seeded(self, seed, source):
        return self.run_weft("--schedule-seed", str(seed), "-c", source)

    @weft_only
    def test_a_race_comes_back_with_its_seed(self):
        results = {}
        for seed in SEEDS:
            outcome = self.run_seeded(seed, RACY)
            self.expect(outcome, outcome.out)
            results[seed] = int(outcome.out)
        lost = {seed: result for seed, result in results.items() if result != 200}
        self.assertTrue(lost, "no seed finds the race")
        self.assertGreater(len(set(results.values())), 1, "all seeds do the same")
        for seed, result in list(lost.items())[:3]:
            for _ in range(4):
                self.expect(self.run_seeded(seed, RACY), f"{result}\n")

    @weft_only
    def test_a_lock_mends_it(self):
        for seed in SEEDS:
            self.expect(self.run_seeded(seed, MENDED), "200\n")

    @weft_only
    def test_between_a_check_and_what_follows(self):
        balances = {self.run_seeded(seed, CHECK_THEN_ACT).out for seed in range(1, 41)}
        self.assertIn("20\n", balances)
        self.assertIn("-60\n", balances)

    @weft_only
    def test_locks_of_either_order(self):
        outcomes = {seed: self.run_seeded(seed, LOCK_ORDER) for seed in range(1, 41)}
        stuck = [seed for seed, outcome in outcomes.items() if outcome.status != 0]
        self.assertTrue(stuck, "no seed finds the deadlock")
        self.assertLess(len(stuck), len(outcomes), "every seed finds the deadlock")
        for seed in stuck[:3]:
            again = self.run_seeded(seed, LOCK_ORDER)
            self.assertEqual(again.out, "")
            self.assertEqual(again.status, 1)
            self.assertIn("deadlock: nothing can go on, everybody waits\n", again.err)
            self.assertIn("the circle:\n", again.err)
            self.assertIn("Thread-1 (one)", again.err)
            self.assertIn("Thread-2 (other)", again.err)
        for seed, outcome in outcomes.items():
            if seed not in stuck:
                self.expect(outcome, "done\n")

    @weft_only
    def test_without_a_seed_nothing_is_planted(self):
        self.write("main.py", "def f():\n    global x\n    x = x + 1\n")
        self.assertNotIn("OfferTurn", self.run_weft("-X", "disassemble", "main.py").out)

    @weft_only
    def test_needs_a_number(self):
        outcome = self.run_weft("--schedule-seed", "many", "-c", "")
        self.assertEqual(outcome.status, 2)
        self.assertIn("--schedule-seed needs a number", outcome.err)
