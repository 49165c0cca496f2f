# A thread is started once in its life.
import threading

count = 0


def work():
    global count
    count += 1


def attempt(thread):
    try:
        thread.start()
    except RuntimeError as error:
        print("RuntimeError:", error)


thread = threading.Thread(target=work)
thread.start()
attempt(thread)
thread.join()
attempt(thread)
print(count)
attempt(threading.current_thread())
gate = threading.Event()
waiting = threading.Thread(target=gate.wait)
waiting.start()
attempt(waiting)
gate.set()
waiting.join()
attempt(waiting)
