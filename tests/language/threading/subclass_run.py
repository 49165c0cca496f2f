# A subclass overrides run and keeps its own state.
import threading


class Squares(threading.Thread):
    def __init__(self, count):
        super().__init__()
        self.count = count
        self.result = None

    def run(self):
        self.result = [n * n for n in range(self.count)]


class Named(threading.Thread):
    def __init__(self, what):
        threading.Thread.__init__(self, name="named-" + what)

    def run(self):
        self.seen = threading.current_thread().name, threading.current_thread() is self


class Extended(threading.Thread):
    def run(self):
        log.append("before")
        super().run()
        log.append("after")


squares = Squares(5)
squares.start()
squares.join()
print(squares.result, squares.name)
named = Named("x")
named.start()
named.join()
print(named.seen)
log = []
extended = Extended(target=log.append, args=("target",))
extended.start()
extended.join()
print(log)
direct = Squares(3)
direct.run()
print(direct.result, direct.is_alive(), direct.ident)
