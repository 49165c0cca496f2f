# A greenlet that has not begun belongs to the thread of its parent; one that has stays where it is.
import threading
from greenlet import error, getcurrent, greenlet

main = getcurrent()
made, done = threading.Event(), threading.Event()


def foreign():
    global unstarted, started
    unstarted = greenlet(lambda: "ran")
    started = greenlet(lambda: getcurrent().parent.switch())
    started.switch()
    made.set()
    done.wait()


def attempt(text, action):
    try:
        print(text, action())
    except (error, ValueError) as problem:
        print(text, type(problem).__name__, problem)


thread = threading.Thread(target=foreign)
thread.start()
made.wait()
attempt("switch", unstarted.switch)
attempt("throw", lambda: unstarted.throw(KeyError))
attempt("parent", lambda: setattr(unstarted, "parent", main))
attempt("now ours", unstarted.switch)
attempt("started", lambda: setattr(started, "parent", main))
done.set()
thread.join()
