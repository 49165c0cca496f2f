# shutdown_asyncgens closes generators that were begun and not ended.
import asyncio

kept = []


async def numbers(name):
    try:
        for number in range(10):
            yield number
            await asyncio.sleep(0)
    finally:
        await asyncio.sleep(0)
        print(name, 'closed')


async def main():
    generator = numbers('kept')
    kept.append(generator)
    async for number in generator:
        print(number)
        if number == 2:
            break
    async for number in numbers('whole'):
        pass
    closed = numbers('closed by hand')
    print(await anext(closed))
    await closed.aclose()
    print([number async for number in kept[0]][:1])
    kept[0] = numbers('kept again')
    await anext(kept[0])
    print('main ends')


asyncio.run(main())
