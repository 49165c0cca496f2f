# A greenlet belongs to its thread: switching to it from another one is refused.
import threading
from greenlet import greenlet, getcurrent, error

main = getcurrent()
started = greenlet(lambda: main.switch("parked"))
started.switch()


def attempt(text, action):
    try:
        print(text, action())
    except error as problem:
        print(text, "error:", problem)
    except ValueError as problem:
        print(text, "ValueError:", problem)


def foreign():
    print(getcurrent() is main, getcurrent().parent)
    attempt("started", started.switch)
    attempt("main", main.switch)
    attempt("throw", lambda: started.throw(KeyError))

    print("own", greenlet(lambda: 5).switch())


thread = threading.Thread(target=foreign)
thread.start()
thread.join()
