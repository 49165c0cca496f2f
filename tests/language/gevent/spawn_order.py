# Spawned greenlets start in order, when the spawner gives way.
import gevent


def work(name):
    print(name, "starts")
    gevent.sleep(0)
    print(name, "goes on")
    return name


tasks = [gevent.spawn(work, "task %d" % i) for i in range(3)]
print("spawned", [t.started for t in tasks])
gevent.joinall(tasks)
print([t.value for t in tasks])
