# Only the main thread sets handlers; they run there.
import os, signal, threading
where = []
signal.signal(signal.SIGUSR1, lambda *args: where.append(threading.current_thread() is threading.main_thread()))
done = threading.Event()
def other():
    try: signal.signal(signal.SIGUSR1, signal.SIG_DFL)
    except ValueError as error: print(error)
    os.kill(os.getpid(), signal.SIGUSR1)
    done.set()
thread = threading.Thread(target=other); thread.start(); done.wait(); thread.join()
while not where: pass
print(where)
signal.pthread_kill(threading.get_ident(), signal.SIGUSR1); print(where)
