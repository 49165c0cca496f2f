# joinall waits for all and gives those that have ended in time
# weft only
import weft


def work(seconds, value):
    weft.sleep(seconds)
    return value


tasks = [spawn(work, 0.002 * (3 - i), i) for i in range(3)]
print([task.value for task in joinall(tasks)])
slow = spawn(work, 100, "slow")
done = joinall([slow, *tasks], timeout=0.01)
print(len(done), slow in done)
print(joinall([]), joinall(iter(tasks[:1])) == tasks[:1], len(joinall([tasks[0]] * 3)))
try:
    joinall([1])
except TypeError as error:
    print(error)
