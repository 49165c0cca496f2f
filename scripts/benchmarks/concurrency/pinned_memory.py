"""What 100,000 tasks that wait below a native function take up: prints lines `what number`."""
import sys
import weft

COUNT = int(sys.argv[1]) if len(sys.argv) > 1 else 100_000


def resident():
    with open("/proc/self/statm") as statm:
        return int(statm.read().split()[1]) * 4096


def wait_below(gate):
    # sort is native: while its key function waits, the native stack stays with the task.
    [1].sort(key=lambda value: gate.wait())


gate = weft.Event()
before = resident()
tasks = [spawn(wait_below, gate) for _ in range(COUNT)]
weft.sleep(0)
if weft.stats()["pinned"] < COUNT:
    raise SystemExit("not all are pinned")
print("pinned_bytes", round((resident() - before) / COUNT, 1), flush=True)
gate.set()
joinall(tasks)
