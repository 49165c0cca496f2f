# async code awaits a task; without a loop the fiber waits
# weft only
import weft


def work(value):
    weft.sleep(0)
    if value is None:
        raise ValueError("no value")
    return value


async def main():
    print(await spawn(work, 1), await spawn(work, 2))
    try:
        await spawn(work, None)
    except ValueError as error:
        print(error)
    return "end"


try:
    main().send(None)
except StopIteration as stop:
    print(stop.value)
