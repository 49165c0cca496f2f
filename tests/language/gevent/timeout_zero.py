# Timeouts of zero and below fire at the first wait.
import gevent
from gevent import Timeout

for seconds in (0, -1):
    try:
        with Timeout(seconds):
            print("runs first")
            gevent.sleep(0.01)
    except Timeout as error:
        print("Timeout", error.seconds)
