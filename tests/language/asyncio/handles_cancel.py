# Cancelled handles are not called; what handles show.
import asyncio

loop = asyncio.new_event_loop()
log = []


def callback(*values):
    log.append(values)


handle = loop.call_soon(callback, 1, 'two')
timer = loop.call_later(0.001, callback, 3)
kept = loop.call_soon(callback)
print(handle, handle.cancelled())
print(type(handle) is asyncio.Handle, type(timer) is asyncio.TimerHandle,
      isinstance(timer, asyncio.Handle))
print(str(timer).split(' when=')[0], str(timer).split(' callback')[1])
handle.cancel()
handle.cancel()
timer.cancel()
print(handle, handle.cancelled(), timer.cancelled(), kept.cancelled())
late = loop.call_later(100, callback)
print(timer.when() < late.when(), timer < late, timer <= late, timer > late, timer >= late)
late.cancel()
loop.call_soon(loop.stop)
loop.run_forever()
print(log)
timers = [loop.call_later(50 + i, callback, i) for i in range(300)]
for one in timers[10:]:
    one.cancel()
loop.call_later(0.001, loop.stop)
loop.run_forever()
print(sum(one.cancelled() for one in timers), log)
loop.close()
