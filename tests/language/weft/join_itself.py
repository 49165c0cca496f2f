# a task that would wait for its own end is told so at once
# weft only
import weft


def work():
    me = weft.current_task()
    for wait in (me.join, me.result, lambda: joinall([me])):
        try:
            wait()
        except weft.DeadlockError as error:
            print(error)


spawn(work).join()
print(issubclass(weft.DeadlockError, RuntimeError))
