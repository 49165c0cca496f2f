# gevent.os: descriptors that never wait, threads that do, children that are watched
import os
import gevent
import gevent.os

reading, writing = os.pipe()
print(gevent.os.make_nonblocking(reading), gevent.os.make_nonblocking(reading))
gevent.os.make_nonblocking(writing)
order = []
reader = gevent.spawn(lambda: order.append(gevent.os.nb_read(reading, 10)))
gevent.sleep(0)
order.append("others run")
print(gevent.os.nb_write(writing, b"abc"))
reader.join()
print(order)

print(gevent.os.tp_write(writing, b"xy"), gevent.os.tp_read(reading, 5))


def ended(watcher):
    print("ended", watcher.pid == child, watcher.rpid == child, os.WEXITSTATUS(watcher.rstatus))


child = gevent.os.fork_and_watch(ended)
if not child:
    os._exit(3)
print(gevent.os.waitpid(child, 0) == (child, 3 << 8))
gevent.sleep(0.01)

child = gevent.os.fork()
if not child:
    os._exit(4)
while (ended_child := gevent.os.waitpid(child, os.WNOHANG)) == (0, 0):
    gevent.sleep(0.01)
print(ended_child == (child, 4 << 8))

child = os.fork()
if not child:
    os._exit(5)
print(gevent.os.waitpid(child, 0) == (child, 5 << 8))
try:
    gevent.os.waitpid(child, 0)
except ChildProcessError as error:
    print(type(error).__name__)
