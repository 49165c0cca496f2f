# a coroutine that dies before it has started gives a warning; ended ones do not
import gc
import sys
import warnings


async def work(n=0):
    return n


class Worker:
    async def run(self):
        pass


def lose():
    for _ in range(30):
        work()
        Worker().run()


def end_otherwise():
    closed = work()
    closed.close()
    thrown = work()
    try:
        thrown.throw(KeyError("thrown"))
    except KeyError as error:
        print("thrown", error)
    started = work(5)
    try:
        started.send(None)
    except StopIteration as stop:
        print("returned", stop.value)
    try:
        work(1, 2)
    except TypeError as error:
        print(error)


def warnings_of(function):
    with warnings.catch_warnings(record=True) as caught:
        warnings.simplefilter("always")
        function()
        gc.collect()
    return sorted({(str(each.message), each.category.__name__, each.lineno) for each in caught})


print(warnings_of(lose))
print(warnings_of(end_otherwise))

# Where it was made, when that is noted.
print(sys.get_coroutine_origin_tracking_depth(), work().close())
sys.set_coroutine_origin_tracking_depth(2)


def inner():
    return work()


def outer():
    return inner()


coroutine = outer()
print([(line, name) for _, line, name in coroutine.cr_origin])
coroutine.close()
sys.set_coroutine_origin_tracking_depth(0)
coroutine = outer()
print(coroutine.cr_origin)
coroutine.close()
try:
    sys.set_coroutine_origin_tracking_depth(-1)
except ValueError as error:
    print(error)
