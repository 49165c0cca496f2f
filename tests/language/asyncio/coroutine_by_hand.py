# Objects that behave as coroutines can be tasks.
import asyncio
import collections.abc


class Hand(collections.abc.Coroutine):
    def __init__(self):
        self.steps = iter([None, None])

    def send(self, value):
        print('send', value)
        for step in self.steps:
            return step
        raise StopIteration('by hand')

    def throw(self, kind, value=None, traceback=None):
        print('throw', kind if isinstance(kind, type) else type(kind).__name__)
        raise kind

    def close(self):
        pass

    def __await__(self):
        return self


async def main():
    print(asyncio.iscoroutine(Hand()))
    print(await asyncio.create_task(Hand()))
    task = asyncio.create_task(Hand())
    await asyncio.sleep(0)
    task.cancel()
    await asyncio.wait([task])
    print(task.cancelled())


asyncio.run(main())
