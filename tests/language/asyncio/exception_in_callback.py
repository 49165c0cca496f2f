# What callbacks raise goes to the exception handler; the loop runs on.
import asyncio

loop = asyncio.new_event_loop()


def handler(loop, context):
    print(sorted(context), context['message'].split(' at ')[0], repr(context['exception']))


def fail(text):
    raise ValueError(text)


loop.set_exception_handler(handler)
print(loop.get_exception_handler() is handler)
loop.call_soon(fail, 'soon')
loop.call_later(0.001, fail, 'later')
loop.call_later(0.002, loop.stop)
loop.run_forever()
loop.call_exception_handler({'message': 'own', 'exception': KeyError(1), 'extra': 2})
try:
    loop.set_exception_handler(3)
except TypeError as error:
    print(error)


def leave():
    raise SystemExit('leaving')


loop.call_soon(leave)
loop.call_soon(print, 'still there')
try:
    loop.run_forever()
except SystemExit as error:
    print(error)
loop.call_soon(loop.stop)
loop.run_forever()
loop.close()
