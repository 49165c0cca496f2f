# a lock acquired twice with nobody to release it
# weft only
import threading

lock = threading.Lock()
lock.acquire()
print("first")
lock.acquire()
print("never printed")
