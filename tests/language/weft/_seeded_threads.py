import asyncio
import threading
import time
import weft

values = threading.local()
recursive = threading.RLock()
seen = []


def work(number):
    values.number = number
    me = threading.current_thread()
    for _ in range(5):
        time.sleep(0)
        assert values.number == number
        assert threading.current_thread() is me
        assert threading.get_ident() == me.ident
    with recursive:
        with recursive:
            seen.append(threading.get_ident())
    # A hub, tasks and an event loop of its own.
    task = spawn(lambda: threading.get_ident())
    assert task.join() and task.value == me.ident

    async def main():
        await asyncio.sleep(0.001)
        return number

    assert asyncio.run(main()) == number


threads = [threading.Thread(target=work, args=(number,)) for number in range(5)]
recursive.acquire()
for thread in threads:
    thread.start()
print(seen, threading.active_count())
recursive.release()
for thread in threads:
    thread.join(30)
print(len(set(seen)), threading.get_ident() in seen, threading.active_count())
try:
    values.number
except AttributeError:
    print("main has no number")

# An error, an exit and a daemon that is still there at the end.
threading.excepthook = lambda arguments: print("died of", repr(arguments.exc_value))
for target in (lambda: 1 / 0, weft.sleep, lambda: exit(3)):
    thread = threading.Thread(target=target, args=(0,) if target is weft.sleep else ())
    thread.start()
    thread.join()
threading.Thread(target=threading.Event().wait, daemon=True).start()
print("end")
