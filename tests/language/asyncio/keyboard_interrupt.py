# KeyboardInterrupt and SystemExit of a task end the loop at once.
import asyncio


async def interrupt(error):
    await asyncio.sleep(0)
    raise error


async def main(error):
    task = asyncio.create_task(interrupt(error))
    try:
        await asyncio.sleep(10)
    except asyncio.CancelledError:
        print('main cancelled')
        raise
    finally:
        print(repr(task.exception()))


for error in (KeyboardInterrupt('key'), SystemExit(5)):
    try:
        asyncio.run(main(error))
    except (KeyboardInterrupt, SystemExit) as caught:
        print(repr(caught))
