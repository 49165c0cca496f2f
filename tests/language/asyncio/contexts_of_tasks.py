# Each task runs in a copy of the context it was made in; callbacks keep theirs.
import asyncio
import contextvars

variable = contextvars.ContextVar('variable', default='unset')


async def child(name):
    print(name, 'sees', variable.get())
    variable.set(name)
    await asyncio.sleep(0)
    print(name, 'keeps', variable.get())


async def direct():
    variable.set('direct')


async def main():
    variable.set('main')
    first = asyncio.create_task(child('first'))
    variable.set('main changed')
    second = asyncio.create_task(child('second'))
    await asyncio.gather(first, second)
    print(variable.get())
    await direct()
    print(variable.get())
    loop = asyncio.get_running_loop()
    loop.call_soon(lambda: print('callback', variable.get()))
    variable.set('after')
    context = contextvars.copy_context()
    context.run(variable.set, 'given')
    loop.call_soon(lambda: (print('callback', variable.get()), variable.set('in callback')),
                   context=context)
    await asyncio.sleep(0)
    print(context[variable], variable.get())
    await asyncio.create_task(child('own'), context=context)
    print(context[variable])
    future = loop.create_future()
    future.add_done_callback(lambda future: print('done', variable.get()))
    future.add_done_callback(lambda future: print('done', variable.get()), context=context)
    variable.set('last')
    future.set_result(None)
    await asyncio.sleep(0)


asyncio.run(main())
print(variable.get())
