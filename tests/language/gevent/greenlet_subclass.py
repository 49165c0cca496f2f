# A subclass of Greenlet with _run, arguments and attributes; __str__ and repr.
import gevent
from _helper import masked


class Worker(gevent.Greenlet):
    def __init__(self, message, count):
        super().__init__()
        self.message = message
        self.count = count

    def _run(self):
        for i in range(self.count):
            print(self.message, i)
            gevent.sleep(0)
        return "ran"

    def __str__(self):
        return "Worker(%s)" % self.message


w = Worker("hello", 2)
w.start()
print(w.get(), str(w))
w = Worker.spawn("spawned", 1)
w.join()
print(w.value, w.successful())


class Counting(gevent.Greenlet):
    started_count = 0

    def run(self):
        Counting.started_count += 1
        return super().run()


c = Counting(lambda: "through run")
c.start()
print(c.get(), Counting.started_count)
