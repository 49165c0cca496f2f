# gevent.signal and gevent.signal_handler: a handler runs in a greenlet.
import gevent
import os
import signal

log = []
watcher = gevent.signal_handler(signal.SIGUSR1, log.append, "handled")
os.kill(os.getpid(), signal.SIGUSR1)
while not log:
    gevent.sleep(0.001)
print(log)
watcher.cancel()
