# get() waits for the value; not waiting or waiting too short raises Timeout.
import gevent


def work(seconds):
    gevent.sleep(seconds)
    return "value"


print(gevent.spawn(work, 0.001).get())
g = gevent.spawn(work, 5)
try:
    g.get(block=False)
except gevent.Timeout as error:
    print("Timeout", error, error.seconds)
try:
    g.get(timeout=0.001)
except gevent.Timeout as error:
    print("Timeout", error, error.seconds)
g.kill()
print(repr(g.get()))
done = gevent.spawn(work, 0)
done.join()
print(done.get(block=False), done.get(timeout=1))
