# Futures and executors that are used in the wrong state or with the wrong arguments.
import concurrent.futures as futures
import logging

logging.getLogger("concurrent.futures").addHandler(logging.NullHandler())
logging.getLogger("concurrent.futures").propagate = False


def show(function, *arguments, **keywords):
    try:
        print("ok", function(*arguments, **keywords))
    except BaseException as error:
        print(type(error).__name__, str(error).partition(" at 0x")[0])


future = futures.Future()
show(future.result, 0.01)
show(future.exception, 0.01)
show(future.set_running_or_notify_cancel)
show(future.set_running_or_notify_cancel)
show(future.cancel)
show(future.set_result, 1)
show(future.set_result, 2)
show(future.set_exception, ValueError())
future = futures.Future()
future.cancel()
show(future.result)
show(future.exception)
show(future.set_result, 1)
show(future.set_running_or_notify_cancel)
show(future.set_running_or_notify_cancel)

show(futures.ThreadPoolExecutor, 0)
show(futures.ThreadPoolExecutor, -1)
show(futures.ThreadPoolExecutor, initializer=3)
with futures.ThreadPoolExecutor(2) as executor:
    show(executor.submit)
    show(executor.submit(1).result)
    results = executor.map(lambda number: 1 // number, [1, 0, 2])
    show(next, results)
    show(next, results)
    show(next, results)
    show(futures.wait, [futures.Future()], 0.01, "whenever")
show(executor.submit, print)
show(futures.Executor().submit, print)
show(futures.wait, [])
show(list, futures.as_completed([]))
