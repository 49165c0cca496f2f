# a wait that is broken off while it takes the lock back has the lock all the same
# weft only
import threading
import weft

condition = threading.Condition()
log = []


def waiter():
    with condition:
        try:
            condition.wait()
        finally:
            log.append("has it" if condition._is_owned() else "lost it")


def run(break_off):
    task = spawn(waiter)
    weft.sleep(0)
    condition.acquire()
    condition.notify()
    weft.sleep(0)  # the task is woken, and waits for the lock
    break_off(task)
    weft.sleep(0)
    condition.release()
    task.join()
    print(log, repr(task.exception()))
    log.clear()


run(lambda task: task.cancel())
run(lambda task: (task.cancel(), weft.sleep(0), task.cancel()))



def bounded():
    with weft.timeout(0.01):
        waiter()


task = spawn(bounded)
weft.sleep(0)
with condition:
    condition.notify()
    weft.sleep(0.05)
task.join()
print(log, repr(task.exception()))
