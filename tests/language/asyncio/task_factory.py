# set_task_factory makes the loop's tasks.
import asyncio


class MyTask(asyncio.Task):
    pass


def factory(loop, coro, context=None):
    print('factory', coro.__name__, context)
    return MyTask(coro, loop=loop)


async def child():
    return type(asyncio.current_task()).__name__


async def main():
    loop = asyncio.get_running_loop()
    print(loop.get_task_factory())
    loop.set_task_factory(factory)
    print(loop.get_task_factory() is factory)
    task = asyncio.create_task(child(), name='named')
    print(task.get_name(), await task, type(task).__name__)
    print(await asyncio.gather(child()))
    loop.set_task_factory(None)
    print(await asyncio.create_task(child()))
    try:
        loop.set_task_factory(3)
    except TypeError as error:
        print(error)


asyncio.run(main())
