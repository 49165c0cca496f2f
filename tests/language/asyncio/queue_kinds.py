# PriorityQueue, LifoQueue, and subclasses of Queue.
import asyncio


class Unique(asyncio.Queue):
    def _init(self, maxsize):
        self._queue = set()

    def _put(self, item):
        self._queue.add(item)

    def _get(self):
        return self._queue.pop()


async def main():
    priority = asyncio.PriorityQueue()
    for item in (5, 1, 4, 2, 3, 1):
        await priority.put(item)
    print([await priority.get() for _ in range(6)])
    last = asyncio.LifoQueue(3)
    for item in 'abc':
        last.put_nowait(item)
    print([last.get_nowait() for _ in range(3)], last.empty())
    unique = Unique()
    for item in (1, 1, 1):
        unique.put_nowait(item)
    print(unique.qsize(), await unique.get(), unique.empty())


asyncio.run(main())
