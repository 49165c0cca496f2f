# Done callbacks go through the loop, in order, with the future as argument.
import asyncio

loop = asyncio.new_event_loop()
log = []


def note(future):
    log.append(('note', future.result()))


def other(future):
    log.append(('other', future.result()))


future = loop.create_future()
future.add_done_callback(note)
print(future)
future.add_done_callback(other)
future.add_done_callback(note)
future.add_done_callback(print)
print(future)
print(future.remove_done_callback(note), future.remove_done_callback(note), future)
future.remove_done_callback(print)
future.add_done_callback(note)
future.set_result(1)
print(log)
future.add_done_callback(lambda future: log.append('late'))
loop.call_soon(loop.stop)
loop.run_forever()
print(log)
cancelled = loop.create_future()
cancelled.add_done_callback(lambda future: print('cancelled', future.cancelled()))
cancelled.cancel()
loop.call_soon(loop.stop)
loop.run_forever()
loop.close()
