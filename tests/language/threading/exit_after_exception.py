# A main program that dies waits for its threads too, and fails.
import sys
import threading


def work():
    gate.wait()
    print("thread ends", flush=True)


gate = threading.Event()
threading.Thread(target=work).start()
threading.Timer(0.02, gate.set).start()
print("main dies", flush=True)
sys.exit("status and text")
