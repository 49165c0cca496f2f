# The program ends when the last non-daemon thread has ended.
import threading
import time


def work(number):
    main_done.wait()
    time.sleep(0.002 * number)
    if number < 3:
        threading.Thread(target=work, args=(number + 1,)).start()
    print("thread", number, threading.main_thread().is_alive())


main_done = threading.Event()
threading.Thread(target=work, args=(1,)).start()
print("main ends")
main_done.set()
