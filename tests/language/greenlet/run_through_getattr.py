# run is looked up on the object when it starts: a property or __getattribute__ may give it.
from greenlet import greenlet


class Property(greenlet):
    @property
    def run(self):
        print("looked up")
        return lambda *args: ("property", args)


print(Property().switch(1))


class Attribute(greenlet):
    def __getattribute__(self, name):
        if name == "run":
            print("asked for run")
            return lambda: "from getattribute"
        return super().__getattribute__(name)


print(Attribute().switch())


class Fails(greenlet):
    @property
    def run(self):
        raise KeyError("no run today")


f = Fails()
try:
    f.switch()
except KeyError as error:
    print("KeyError", error, f.dead)
