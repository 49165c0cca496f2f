# The default handler's text on standard error.
import asyncio

loop = asyncio.new_event_loop()
loop.call_exception_handler({'message': 'only a message'})
loop.call_exception_handler({})
loop.call_exception_handler({'message': 'with more', 'zeta': [1], 'alpha': 'x'})
loop.call_exception_handler({'message': 'with exception', 'exception': ValueError('bare')})


def raises():
    raise KeyError('with traceback')


try:
    raises()
except KeyError as error:
    loop.call_exception_handler({'message': 'with traceback', 'exception': error})
loop.close()
