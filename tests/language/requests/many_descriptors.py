# No descriptor stays open.
# heavy
import _server
import requests

base, stop = _server.start()
try:
    import os, gc
    def count():
        gc.collect()
        return len(os.listdir("/proc/self/fd"))
    def work():
        for path in ("/json", "/drop", "/reset", "/cut", "/redirect/302/3"):
            try:
                requests.get(base + path).content
            except requests.RequestException:
                pass
        requests.get(base + "/big", stream=True).close()
        with requests.Session() as session:
            session.get(base + "/json")
    work()
    import time
    def settled():
        for _ in range(200):
            if count() <= before:
                return True
            time.sleep(0.05)
        return False
    before = count()
    for _ in range(10):
        work()
    print(settled())
finally:
    stop()
