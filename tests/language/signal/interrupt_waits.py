# real time
# SIGINT wakes the main thread with KeyboardInterrupt, which ends the program.
import os, signal, threading, time
main = os.getpid()
def interrupt():
    time.sleep(0.05); os.kill(main, signal.SIGINT)
threading.Thread(target=interrupt).start()
try: time.sleep(60)
except KeyboardInterrupt: print('sleep')
threading.Thread(target=interrupt).start()
lock = threading.Lock(); lock.acquire()
try: lock.acquire()
except KeyboardInterrupt: print('lock')
