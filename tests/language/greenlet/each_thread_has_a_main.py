# Every thread has its own main greenlet and its own switches.
import threading
from greenlet import greenlet, getcurrent

results = {}


def work(name):
    main = getcurrent()

    def body(value):
        while True:
            value = main.switch((name, value))

    g = greenlet(body)
    results[name] = [g.switch(i) for i in range(3)], getcurrent() is main, g.parent is main


threads = [threading.Thread(target=work, args=("thread %d" % i,)) for i in range(3)]
for thread in threads:
    thread.start()
for thread in threads:
    thread.join()
for name in sorted(results):
    print(name, results[name])
