# Daemon threads are cut when the program ends; nothing is printed about them.
import threading
import time


def forever():
    while True:
        time.sleep(0.001)


def busy():
    while True:
        pass


lock = threading.Lock()
lock.acquire()
started = threading.Event()
for target in (forever, busy, lock.acquire, threading.Event().wait):
    threading.Thread(target=target, daemon=True).start()
threading.Timer(1000, print).daemon
print("main ends")
