# sys.exit in main waits for threads and keeps its status; sys.exit in a thread does not count.
import sys
import threading
import time


def work():
    time.sleep(0.01)
    print("thread ends")
    sys.exit(9)


threading.Thread(target=work).start()
sys.exit(7)
