# real time
# Event loops call handlers of signals; SIGINT cancels the main task.
import asyncio, os, signal
async def main():
    loop = asyncio.get_running_loop(); event = asyncio.Event()
    loop.add_signal_handler(signal.SIGUSR1, event.set)
    loop.call_later(0.01, os.kill, os.getpid(), signal.SIGUSR1)
    await asyncio.wait_for(event.wait(), 10); print('set')
    print(loop.remove_signal_handler(signal.SIGUSR1), loop.remove_signal_handler(signal.SIGUSR1))
    for bad in (0, 'x'):
        try: loop.add_signal_handler(bad, print)
        except (ValueError, TypeError) as error: print(error)
asyncio.run(main())
async def interrupted():
    asyncio.get_running_loop().call_later(0.01, os.kill, os.getpid(), signal.SIGINT)
    try: await asyncio.sleep(60)
    except asyncio.CancelledError: print('cancelled'); raise
try: asyncio.run(interrupted())
except KeyboardInterrupt: print('interrupted')
print(signal.getsignal(signal.SIGINT) is signal.default_int_handler)
