# register_at_fork: order, and what threads and random are in the child.
import os, random, threading, time
os.register_at_fork(before=lambda: print('before 1', flush=True), after_in_parent=lambda: log.append('parent 1'), after_in_child=lambda: log.append('child 1'))
os.register_at_fork(before=lambda: print('before 2', flush=True), after_in_parent=lambda: log.append('parent 2'), after_in_child=lambda: log.append('child 2'))
log = []
stop = threading.Event()
other = threading.Thread(target=stop.wait); other.start()
r, w = os.pipe()
random.seed(1); random.random()
def fork():
    pid = os.fork()
    if pid == 0:
        text = f'{log} {threading.active_count()} {threading.current_thread() is threading.main_thread()} {threading.current_thread().name} {other.is_alive()}\n'
        lock = threading.Lock(); lock.acquire(); lock.release()
        t = threading.Thread(target=lambda: None); t.start(); t.join()
        time.sleep(0.001)
        os.write(w, text.encode() + str(random.random()).encode() + b'\n'); os._exit(0)
    os.waitpid(pid, 0)
fork()
text, number = os.read(r, 1000).decode().splitlines()
print(text, float(number) != random.random()); print(log)
log.clear()
t = threading.Thread(target=fork, name='forker'); t.start(); t.join()
print(os.read(r, 1000).decode().splitlines()[0]); stop.set(); other.join()
