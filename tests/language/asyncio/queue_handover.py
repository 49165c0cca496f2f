# Queue: get waits for items, put for room, in the order of coming.
import asyncio


async def producer(queue, name, count):
    for number in range(count):
        await queue.put((name, number))
        print('put', name, number)


async def consumer(queue, count):
    for _ in range(count):
        item = await queue.get()
        print('got', item)
        queue.task_done()


async def main():
    queue = asyncio.Queue(maxsize=2)
    print(queue, queue.maxsize, queue.empty(), queue.full(), queue.qsize())
    await asyncio.gather(producer(queue, 'a', 3), producer(queue, 'b', 2), consumer(queue, 5))
    await queue.join()
    print(queue.qsize())
    try:
        queue.task_done()
    except ValueError as error:
        print(error)
    try:
        queue.get_nowait()
    except asyncio.QueueEmpty as error:
        print(type(error).__name__)
    queue.put_nowait(1)
    queue.put_nowait(2)
    print(queue.full(), queue)
    try:
        queue.put_nowait(3)
    except asyncio.QueueFull as error:
        print(type(error).__name__)
    print(queue.get_nowait(), queue.get_nowait())
    getter = asyncio.create_task(queue.get())
    other = asyncio.create_task(queue.get())
    await asyncio.sleep(0)
    print(queue)
    getter.cancel()
    queue.put_nowait('for other')
    print(await other, getter.cancelled())


asyncio.run(main())
