# timeout() needs a running loop and a task.
import asyncio

try:
    asyncio.timeout(1)
except RuntimeError as error:
    print(error)


async def main():
    block = asyncio.timeout(0.001)
    async with block:
        pass
    print(block)


asyncio.run(main())
