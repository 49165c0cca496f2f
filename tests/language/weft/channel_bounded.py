# a bounded channel holds so many values; a sender waits for room
# weft only
import weft

channel = weft.Channel(2)


def producer():
    for i in range(5):
        channel.send(i)
        print("sent", i, len(channel))
    channel.close()


spawn(producer)
weft.sleep(0)
print("main", len(channel))
print([value for value in channel])
print(repr(channel).split(" at ")[0])
unbounded = weft.Channel(None)
for i in range(100):
    unbounded.send(i)
print(unbounded.capacity, len(unbounded), sum(unbounded.receive() for _ in range(100)))
for bad in (-1, "x"):
    try:
        weft.Channel(bad)
    except (ValueError, TypeError) as error:
        print(type(error).__name__, error)
