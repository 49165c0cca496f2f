# gevent.util: wrap_errors, greenlet trees.
import gevent
import gevent.util
from gevent.util import wrap_errors


def fails():
    raise ValueError("wrapped")


wrapped = wrap_errors(ValueError, fails)
print(repr(wrapped()))
print(repr(gevent.spawn(wrapped).get()))
print(repr(wrap_errors((KeyError, ValueError), fails)()))
try:
    wrap_errors(KeyError, fails)()
except ValueError as error:
    print("ValueError", error)
print("\n".join(gevent.util.format_run_info(thread_stacks=False)).count("Greenlets") > 0)
