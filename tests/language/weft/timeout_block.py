# a timeout block raises TimeoutError at the wait that takes too long
# weft only
import weft

try:
    with weft.timeout(0.005) as limit:
        weft.sleep(100)
except TimeoutError as error:
    print(error, limit.expired)
with weft.timeout(100) as limit:
    weft.sleep(0)
print(limit.expired)
with weft.timeout(None):
    weft.sleep(0)
try:
    with weft.timeout(100):
        with weft.timeout(0.005, "inner"):
            weft.Channel().receive()
except TimeoutError as error:
    print(error)


def work():
    with weft.timeout(0.001, "in a task"):
        weft.sleep(100)


print(repr(spawn(work).exception()), weft.stats()["alive"])
