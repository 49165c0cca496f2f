# A subclass of Future with attributes of its own.
import asyncio


class Named(asyncio.Future):
    def __init__(self, name, **keywords):
        super().__init__(**keywords)
        self.name = name

    def set_result(self, result):
        super().set_result((self.name, result))

    def cancel(self, msg=None):
        print('cancel', self.name, msg)
        return super().cancel(msg=msg)


async def wait(future):
    return await future


async def main():
    loop = asyncio.get_running_loop()
    future = Named('n')
    loop.call_soon(future.set_result, 5)
    print(await future, future, asyncio.isfuture(future))
    future = Named('m', loop=loop)
    task = asyncio.create_task(wait(future))
    await asyncio.sleep(0)
    print(task.cancel('msg'))
    try:
        await task
    except asyncio.CancelledError as error:
        print(error.args, task.cancelled(), future.cancelled())
    plain = loop.create_future()
    plain.extra = 1
    print(plain.extra)


asyncio.run(main())
