# Cancelling what gather returns cancels all children; so does cancelling who awaits it.
import asyncio


async def child(name, stubborn=False):
    try:
        await asyncio.sleep(10)
    except asyncio.CancelledError as error:
        print(name, 'cancelled', error.args)
        if stubborn:
            return name
        raise


async def main():
    tasks = [asyncio.create_task(child(name)) for name in 'ab']
    outer = asyncio.gather(*tasks)
    await asyncio.sleep(0)
    print(outer.cancel('stop'), outer.done())
    try:
        await outer
    except asyncio.CancelledError as error:
        print('outer', error.args, outer.cancelled())
    print(outer.cancel(), [task.cancelled() for task in tasks])

    async def waits():
        await asyncio.gather(child('c'), child('d'))

    waiter = asyncio.create_task(waits())
    await asyncio.sleep(0)
    await asyncio.sleep(0)
    waiter.cancel()
    try:
        await waiter
    except asyncio.CancelledError:
        print('waiter cancelled')
    outer = asyncio.gather(child('e', True), child('f', True), return_exceptions=True)
    await asyncio.sleep(0)
    outer.cancel()
    try:
        print(await outer)
    except asyncio.CancelledError as error:
        print('cancelled although all returned', error.args)


asyncio.run(main())
