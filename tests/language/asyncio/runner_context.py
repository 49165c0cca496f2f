# Runner keeps one loop and one context for several runs.
import asyncio
import contextvars

number = contextvars.ContextVar('number', default=0)


async def step(add):
    number.set(number.get() + add)
    return number.get(), asyncio.get_running_loop()


with asyncio.Runner() as runner:
    first, loop = runner.run(step(1))
    second, again = runner.run(step(2))
    print(first, second, loop is again, loop is runner.get_loop())
    other = contextvars.copy_context()
    print(runner.run(step(10), context=other)[0], other[number])
    print(runner.run(step(0))[0], number.get())
    try:
        runner.run(7)
    except ValueError as error:
        print(error)
print(loop.is_closed())
coro = step(1)
try:
    runner.run(coro)
except RuntimeError as error:
    print(error)
coro.close()
try:
    runner.get_loop()
except RuntimeError as error:
    print(error)
made = []


def factory():
    made.append(asyncio.new_event_loop())
    return made[-1]


with asyncio.Runner(debug=True, loop_factory=factory) as runner:
    print(runner.get_loop() is made[0], runner.get_loop().get_debug())
runner.close()
print(made[0].is_closed())
