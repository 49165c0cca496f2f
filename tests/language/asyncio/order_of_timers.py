# Timers run in the order of their times; what is ready runs first.
import asyncio

loop = asyncio.new_event_loop()
log = []
now = loop.time()
for name, delay in (('c', 0.006), ('a', 0.002), ('b', 0.004), ('zero', 0), ('past', -1)):
    loop.call_at(now + delay, log.append, name)
loop.call_soon(log.append, 'soon')
loop.call_at(now + 0.01, loop.stop)
loop.run_forever()
print(log)
same = [[], []]
when = loop.time() + 0.003
for index in range(12):
    loop.call_at(when, same[0].append, index)
loop.call_at(when + 0.001, loop.stop)
loop.run_forever()
print(same[0])
try:
    loop.call_later(None, print)
except TypeError as error:
    print(error)
try:
    loop.call_at(None, print)
except TypeError as error:
    print(error)
loop.close()
