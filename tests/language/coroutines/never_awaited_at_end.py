# the end of the program warns of coroutines that were never awaited, for the place of their making
# weft only
import atexit


async def work():
    pass


class Holder:
    async def method(self):
        pass


def lose():
    work()
    for _ in range(3):
        Holder().method()


lose()
kept = work()
awaited_at_exit = work()
atexit.register(awaited_at_exit.close)
print("end")
