# call_soon callbacks run in the order they were given, a round at a time.
import asyncio

loop = asyncio.new_event_loop()
log = []


def chain(name, depth):
    log.append(f'{name}{depth}')
    if depth:
        loop.call_soon(chain, name, depth - 1)


for name in 'abc':
    loop.call_soon(chain, name, 2)
loop.call_soon(lambda: loop.call_soon(lambda: loop.call_soon(loop.stop)))
loop.run_forever()
print(log)
log.clear()
loop.call_soon(log.append, 1)
loop.call_soon(loop.stop)
loop.call_soon(log.append, 2)
loop.run_forever()
print(log)
loop.stop()
loop.call_soon(log.append, 3)
loop.run_forever()
print(log)
loop.close()
