# current_task and all_tasks.
import asyncio


def names(tasks):
    return sorted(task.get_name() for task in tasks)


async def child():
    print(asyncio.current_task().get_name())
    await asyncio.sleep(0)


async def main():
    loop = asyncio.get_running_loop()
    task = asyncio.create_task(child(), name='child')
    print(asyncio.current_task().get_name(), names(asyncio.all_tasks()))
    loop.call_soon(lambda: print(asyncio.current_task(), asyncio.get_running_loop() is loop))
    await task
    print(names(asyncio.all_tasks(loop)), asyncio.current_task(loop).get_name())


try:
    asyncio.current_task()
except RuntimeError as error:
    print(error)
try:
    asyncio.all_tasks()
except RuntimeError as error:
    print(error)
loop = asyncio.new_event_loop()
print(asyncio.current_task(loop), asyncio.all_tasks(loop))
loop.run_until_complete(loop.create_task(main(), name='main'))
print(asyncio.all_tasks(loop))
loop.close()
