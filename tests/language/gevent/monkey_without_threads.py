# patch_all(thread=False) leaves threads alone and patches the rest.
from gevent import monkey
import time

sleep = time.sleep
monkey.patch_all(thread=False)
print(time.sleep is sleep, monkey.is_module_patched("time"), monkey.is_module_patched("threading"))
print(monkey.get_original("time", "sleep") is sleep)
import threading

main = threading.get_ident()
seen = []
t = threading.Thread(target=lambda: seen.append(threading.get_ident() != main))
t.start()
t.join()
print(seen)
