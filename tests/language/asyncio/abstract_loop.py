# AbstractEventLoop defines everything and implements nothing.
import asyncio

loop = asyncio.AbstractEventLoop()
for name in ('run_forever', 'stop', 'time', 'close', 'create_future', 'is_running'):
    try:
        getattr(loop, name)()
    except NotImplementedError:
        print(name, 'is not implemented')
print(isinstance(asyncio.new_event_loop(), asyncio.AbstractEventLoop))
