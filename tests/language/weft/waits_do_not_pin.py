# tasks that wait in natives, iterations and with blocks need no native stack
# weft only
import weft

channel = weft.Channel()
lock = weft.Lock()
lock.acquire()


def iterate():
    for value in channel:
        print("got", value)


def hold():
    with lock:
        print("held")


before = weft.stats()
tasks = [spawn(iterate), spawn(hold), spawn(weft.sleep, 0.01), spawn(channel.receive)]
weft.sleep(0)
now = weft.stats()
print(now["pinned"] - before["pinned"], now["parked"])
sort = spawn(sorted, [1, 2], key=lambda value: weft.sleep(0) or value)
weft.sleep(0)
print(weft.stats()["pinned"] - before["pinned"])
channel.send(1)
channel.send(2)
lock.release()
weft.sleep(0)
channel.close()
print([type(task.exception()).__name__ for task in tasks], sort.result())
