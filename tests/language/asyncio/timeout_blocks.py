# timeout() cancels the block and turns that into TimeoutError at its end.
import asyncio


async def main():
    loop = asyncio.get_running_loop()
    try:
        async with asyncio.timeout(0.003) as block:
            print(block.expired(), str(block).split(' when')[0])
            await asyncio.sleep(10)
    except TimeoutError as error:
        print('timeout', block.expired(), block, error.args)
    async with asyncio.timeout(5) as block:
        await asyncio.sleep(0)
    print(block.expired(), block)
    async with asyncio.timeout(None) as block:
        print(block.when(), block)
        await asyncio.sleep(0)
    try:
        async with asyncio.timeout_at(loop.time() - 1):
            print('runs to its first await')
            await asyncio.sleep(0)
            print('never here')
    except TimeoutError:
        print('in the past')
    try:
        async with asyncio.timeout(0.002):
            raise ValueError('own')
    except ValueError as error:
        print(error)
    try:
        async with asyncio.timeout(0.002) as outer:
            try:
                async with asyncio.timeout(1) as inner:
                    await asyncio.sleep(10)
            finally:
                print(inner.expired(), outer.expired())
    except TimeoutError:
        print('outer')
    block = asyncio.timeout(1)
    print(block)
    try:
        block.reschedule(2)
    except AssertionError:
        print('not entered')
    async with block:
        block.reschedule(None)
        print(block)
    try:
        block.reschedule(2)
    except RuntimeError as error:
        print(error)

    async def cancelled_from_outside():
        async with asyncio.timeout(5):
            await asyncio.sleep(10)

    task = asyncio.create_task(cancelled_from_outside())
    await asyncio.sleep(0)
    task.cancel()
    try:
        await task
    except asyncio.CancelledError:
        print('cancelled, no timeout')


asyncio.run(main())
