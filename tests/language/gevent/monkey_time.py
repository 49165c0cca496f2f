# patch_time makes time.sleep give way.
from gevent import monkey
import time

original = time.sleep
print(monkey.is_module_patched("time"))
monkey.patch_time()
print(monkey.is_module_patched("time"), monkey.is_object_patched("time", "sleep"))
print(monkey.get_original("time", "sleep") is original, time.sleep is original)
import gevent

log = []


def work(name, seconds):
    time.sleep(seconds)
    log.append(name)


gevent.joinall([gevent.spawn(work, "slow", 0.004), gevent.spawn(work, "fast", 0.001)])
print(log)
