# Actors with inboxes.
import gevent
from gevent.queue import Queue


class Actor(gevent.Greenlet):
    def __init__(self, name):
        self.inbox = Queue()
        self.name_ = name
        super().__init__()

    def receive(self, message):
        raise NotImplementedError()

    def _run(self):
        while True:
            message = self.inbox.get()
            if message == "stop":
                return self.name_
            self.receive(message)


class Echo(Actor):
    partner = None

    def receive(self, message):
        print(self.name_, message)
        if message > 0:
            self.partner.inbox.put(message - 1)
        else:
            self.partner.inbox.put("stop")
            self.inbox.put("stop")
        gevent.sleep(0)


a, b = Echo("a"), Echo("b")
a.partner, b.partner = b, a
a.start()
b.start()
a.inbox.put(4)
print([g.value for g in gevent.joinall([a, b])])
