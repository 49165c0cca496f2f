# items of a queue go to who waited first; one who is cancelled or timed out loses none
# weft only
import queue
import weft


def take(items, log, name):
    log.append((name, items.get()))


for make in (queue.Queue, queue.LifoQueue, queue.PriorityQueue):
    items = make(1)
    log = []
    takers = [spawn(take, items, log, name) for name in "abc"]
    weft.sleep(0)
    for number in range(3):
        items.put(number)
    joinall(takers)
    print(make.__name__, log, items.qsize(), items.unfinished_tasks)

    # A getter that was given an item and is cancelled before its turn gives it back.
    first, second = spawn(take, items, log, "first"), spawn(take, items, log, "second")
    weft.sleep(0)
    items.put("kept")
    first.cancel()
    joinall([first, second])
    print(log[3:], items.qsize())

    # Putters that wait are served in order.
    items.put(0)
    putters = [spawn(items.put, number) for number in (1, 2)]
    weft.sleep(0)
    print(items.full(), items.unfinished_tasks, [items.get() for _ in range(3)])
    joinall(putters)
    print(items.empty(), items.unfinished_tasks)
    cancelled = spawn(take, items, log, "never")
    weft.sleep(0)
    cancelled.cancel()
    joinall([cancelled])
    items.put("left")
    print(items.get_nowait())
    try:
        items.get(timeout=0.001)
    except queue.Empty:
        print("Empty")
