"""What a million sleeping tasks take up: prints lines `what number`."""
import sys
import weft

COUNT = int(sys.argv[1]) if len(sys.argv) > 1 else 1_000_000


def resident():
    with open("/proc/self/statm") as statm:
        return int(statm.read().split()[1]) * 4096


def sleeper(order, i):
    weft.sleep(0.5)
    order.append(i)


order = []
before = resident()
tasks = [spawn(sleeper, order, i) for i in range(COUNT)]
weft.sleep(0)
print("task_bytes", round((resident() - before) / COUNT, 1), flush=True)
joinall(tasks)
if order != sorted(order):
    raise SystemExit("woken out of order")
