# join() waits until every item is done with.
import asyncio


async def worker(queue, log):
    while True:
        item = await queue.get()
        await asyncio.sleep(0)
        log.append(item)
        queue.task_done()


async def main():
    queue = asyncio.Queue()
    log = []
    await queue.join()
    workers = [asyncio.create_task(worker(queue, log)) for _ in range(3)]
    for item in range(7):
        queue.put_nowait(item)
    await queue.join()
    print(sorted(log), queue.empty())
    for task in workers:
        task.cancel()
    print(await asyncio.gather(*workers, return_exceptions=True))


asyncio.run(main())
