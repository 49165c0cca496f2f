# wrap_future makes an awaitable of a concurrent future.
import asyncio
import concurrent.futures


async def main():
    loop = asyncio.get_running_loop()
    source = concurrent.futures.Future()
    wrapped = asyncio.wrap_future(source)
    print(asyncio.isfuture(wrapped), asyncio.wrap_future(wrapped) is wrapped)
    source.set_result(1)
    print(await wrapped)
    source = concurrent.futures.Future()
    wrapped = asyncio.wrap_future(source, loop=loop)
    source.set_exception(ValueError('source'))
    try:
        await wrapped
    except ValueError as error:
        print(error)
    source = concurrent.futures.Future()
    wrapped = asyncio.wrap_future(source)
    wrapped.cancel()
    await asyncio.sleep(0)
    print(source.cancelled())
    source = concurrent.futures.Future()
    wrapped = asyncio.wrap_future(source)
    source.cancel()
    source.set_running_or_notify_cancel()
    try:
        await wrapped
    except asyncio.CancelledError:
        print('cancelled')


asyncio.run(main())
