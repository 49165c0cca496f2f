# _thread.interrupt_main raises KeyboardInterrupt in the main thread, as Ctrl+C does.
import _thread
import threading

try:
    _thread.interrupt_main()
    for _ in range(1000):
        pass
    print("not interrupted")
except KeyboardInterrupt:
    print("interrupted by itself")

thread = threading.Thread(target=_thread.interrupt_main)
try:
    thread.start()
    while True:
        pass
except KeyboardInterrupt:
    print("interrupted by a thread")
thread.join()
try:
    _thread.interrupt_main(1000)
except ValueError as error:
    print("ValueError:", error)
