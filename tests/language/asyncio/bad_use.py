# What asyncio says of what cannot be awaited, run, set or released.
import asyncio
import gc
import warnings

warnings.simplefilter("ignore")


def show(function, *arguments, **keywords):
    try:
        print("ok", function(*arguments, **keywords))
    except BaseException as error:
        print(type(error).__name__, error)


async def show_await(awaitable):
    try:
        print("ok", await awaitable)
    except BaseException as error:
        print(type(error).__name__, error)


async def work(value=1, delay=0):
    await asyncio.sleep(delay)
    return value


async def main():
    loop = asyncio.get_running_loop()
    await show_await(asyncio.wait([]))
    await show_await(asyncio.wait(work()))
    await show_await(asyncio.wait({asyncio.ensure_future(work())}, return_when="x"))
    show(list, asyncio.as_completed(5))
    show(lambda: list(asyncio.as_completed(work())))
    timeout = asyncio.timeout(1)
    show(timeout.reschedule, 2)
    async with timeout:
        pass
    task = asyncio.create_task(work(5))
    show(task.result)
    show(task.exception)
    show(task.set_result, 1)
    show(task.set_exception, 1)
    await task
    future = loop.create_future()
    show(future.result)
    show(future.set_exception, StopIteration())
    show(future.set_exception, 5)
    future.set_result(3)
    show(future.set_result, 4)
    show(asyncio.create_task, 5)
    show(asyncio.ensure_future, 5)
    show(asyncio.run, work())
    show(loop.run_until_complete, work())
    show(loop.run_forever)
    show(loop.close)
    async with asyncio.TaskGroup() as group:
        pass
    show(group.create_task, work())
    await show_await(group.__aenter__())
    show(asyncio.TaskGroup().create_task, work())
    show(asyncio.Lock().release)
    condition = asyncio.Condition()
    await show_await(condition.wait())
    show(condition.notify)
    show(condition.notify_all)
    show(asyncio.Semaphore, -1)
    show(asyncio.BoundedSemaphore(1).release)
    show(asyncio.Barrier, 0)
    queue = asyncio.Queue(1)
    show(queue.get_nowait)
    show(queue.task_done)
    queue.put_nowait(1)
    show(queue.put_nowait, 2)
    show(asyncio.run_coroutine_threadsafe, 5, loop)
    await show_await(asyncio.sleep("a"))
    coroutine = work()
    show(coroutine.send, 5)
    coroutine.close()
    await show_await(coroutine)
    coroutine = work()
    await coroutine
    await show_await(coroutine)
    show(loop.set_exception_handler, 5)
    show(loop.call_at, None, print)
    show(loop.call_later, None, print)


asyncio.run(main())
show(asyncio.run, 5)
show(asyncio.get_running_loop)
show(asyncio.current_task)
show(asyncio.create_task, work())
runner = asyncio.Runner()
with runner:
    show(runner.run, 5)
show(runner.run, work())
show(runner.get_loop)
loop = asyncio.new_event_loop()
loop.close()
show(loop.run_forever)
show(loop.call_soon, print)
show(loop.run_until_complete, work())
gc.collect()
