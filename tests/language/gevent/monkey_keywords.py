# patch_all's keywords choose what is patched.
from gevent import monkey
import time

sleep = time.sleep
monkey.patch_all(time=False, thread=False, socket=False, dns=False, select=False, os=False, ssl=False,
                 subprocess=False, signal=False, queue=False, builtins=False)
print(time.sleep is sleep, monkey.is_module_patched("time"), monkey.is_module_patched("threading"))
print(monkey.is_object_patched("time", "sleep"))
print(monkey.get_original("time", "sleep") is sleep)
print(len(monkey.get_original("time", ["sleep", "time"])))
