# Barrier: the parties go on together; each gets another number; the action runs once.
import threading

actions = []
barrier = threading.Barrier(3, action=lambda: actions.append(len(before)))
before = []
after = []


def work(number):
    for _ in range(4):
        before.append(number)
        index = barrier.wait()
        after.append(index)
        barrier.wait()


print(barrier.parties, barrier.n_waiting, barrier.broken)
threads = [threading.Thread(target=work, args=(n,)) for n in range(3)]
for thread in threads:
    thread.start()
for thread in threads:
    thread.join()
for round_number in range(4):
    print(sorted(after[round_number * 3 : round_number * 3 + 3]))
print(actions[::2])
print(barrier.n_waiting, barrier.broken)
single = threading.Barrier(1, timeout=1)
print(single.wait(), single.wait(0), single.wait(timeout=None))
