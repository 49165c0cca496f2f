# Main waits for what cannot happen: LoopExit with its text and the program's end.
import gevent
from gevent.event import Event
from gevent.hub import LoopExit

event = Event()
try:
    event.wait()
except LoopExit as error:
    print(type(error).__module__, error.args[0], len(error.args), error.hub is gevent.get_hub())
    print(str(error).split("\n")[0])
print(event.linkcount())
g = gevent.spawn(event.wait)
try:
    g.get()
except LoopExit as error:
    print("LoopExit", g.ready())
gevent.spawn_later(0.001, event.set)
print(g.get())
