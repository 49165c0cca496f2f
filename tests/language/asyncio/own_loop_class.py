# A loop that overrides call_soon and create_task sees all that the loop is asked for.
import asyncio


class Loop(asyncio.SelectorEventLoop):
    soon = 0

    def call_soon(self, callback, *args, context=None):
        self.soon += 1
        return super().call_soon(callback, *args, context=context)

    def create_task(self, coro, *, name=None, context=None):
        print('task', coro.__name__)
        return super().create_task(coro, name=name, context=context)


async def child():
    await asyncio.sleep(0)
    return 1


async def main():
    return await asyncio.gather(child(), asyncio.create_task(child()))


loop = Loop()
print(loop.run_until_complete(main()), loop.soon)
loop.close()
