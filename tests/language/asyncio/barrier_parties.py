# Barrier: all wait for one another; abort and reset.
import asyncio


async def party(barrier, name):
    try:
        position = await barrier.wait()
        print(name, 'passed', position)
    except asyncio.BrokenBarrierError as error:
        print(name, 'broken', error)


async def main():
    barrier = asyncio.Barrier(3)
    print(barrier.parties, barrier.n_waiting, barrier.broken, repr(barrier).split(' [')[1])
    tasks = [asyncio.create_task(party(barrier, name)) for name in 'ab']
    await asyncio.sleep(0)
    print(barrier.n_waiting, repr(barrier).split(' [')[1])
    async with barrier as position:
        print('main passed', position)
    await asyncio.gather(*tasks)
    print(barrier.n_waiting)
    tasks = [asyncio.create_task(party(barrier, name)) for name in 'cd']
    await asyncio.sleep(0)
    await barrier.reset()
    await asyncio.gather(*tasks)
    tasks = [asyncio.create_task(party(barrier, name)) for name in 'ef']
    await asyncio.sleep(0)
    await barrier.abort()
    await asyncio.gather(*tasks)
    print(barrier.broken, repr(barrier).split(' [')[1])
    await party(barrier, 'late')
    try:
        asyncio.Barrier(0)
    except ValueError as error:
        print(error)


asyncio.run(main())
