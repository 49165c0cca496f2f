# A Condition shares its lock, gives it back while it waits, and holds it again afterwards.
import threading

print(repr(threading.Condition()).split(" at ")[0])
lock = threading.Lock()
condition = threading.Condition(lock)
print(repr(condition).split(" at ")[0], repr(condition)[-5:])
print(condition.acquire(), lock.locked(), condition.release(), lock.locked())
print(condition.acquire(False), condition.acquire(False))
condition.release()

with condition as entered:
    print(entered, lock.locked())
print(lock.locked())

other = threading.Condition(lock)
with condition:
    try:
        other.notify()
        print("one lock serves both")
    except RuntimeError as error:
        print(error)

recursive = threading.RLock()
condition = threading.Condition(recursive)
log = []


def work():
    with condition:
        log.append("worker has the lock")
        condition.notify()


recursive.acquire()
recursive.acquire()
with condition:
    thread = threading.Thread(target=work)
    thread.start()
    print(condition.wait(), log, recursive._is_owned())
recursive.release()
recursive.release()
print(recursive._is_owned())
thread.join()
