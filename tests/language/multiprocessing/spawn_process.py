# Start method 'spawn': the child is a fresh interpreter that imports the main module anew.
# heavy
import multiprocessing
import os
import signal
import sys

spawned = multiprocessing.get_context('spawn')
changed = 'as the file says'


def tell(queue, *args, **kwargs):
    me = multiprocessing.current_process()
    queue.put((args, kwargs, me.name, me.daemon, multiprocessing.parent_process().name,
               os.getppid() == multiprocessing.parent_process().pid))


def tell_of_main(queue):
    main = sys.modules['__main__']
    queue.put((__name__, main.__name__, sys.modules['__mp_main__'] is main, changed,
               os.path.basename(main.__file__), os.path.basename(sys.argv[0]), sys.argv[1:],
               sys.path[-1], os.getcwd(), type(multiprocessing.current_process()).__name__,
               multiprocessing.get_start_method()))


class Thing:
    def __init__(self, value):
        self.value = value

    def __eq__(self, other):
        return type(other) is Thing and other.value == self.value


def hand_back(queue, thing):
    queue.put((thing == Thing(3), type(thing).__module__))
    queue.put(Thing('from the child'))


class Own(spawned.Process):
    def __init__(self, code):
        super().__init__(name='own process')
        self.code = code

    def run(self):
        sys.exit(self.code)


def end(how):
    if how == 'raise':
        raise ValueError('a failure of the child')
    if how == 'exit':
        os._exit(9)
    if how == 'kill':
        os.kill(os.getpid(), signal.SIGKILL)
    if how == 'text':
        sys.exit('a text')


def wait(event):
    event.set()
    signal.pause()


def grandchild(queue):
    tell(queue, 'grandchild')


def child(queue):
    multiprocessing.Process(target=grandchild, args=(queue,)).start()
    for each in multiprocessing.active_children():
        each.join()
    tell(queue, 'child')


def show_key(queue):
    queue.put(bytes(multiprocessing.current_process().authkey))


def main():
    global changed
    changed = 'in the parent only'
    queue = spawned.Queue()

    process = spawned.Process(target=tell, args=(queue, 1, 'two'), kwargs={'three': [3]})
    print(process.name, process.exitcode, process.pid, process.is_alive())
    process.start()
    print(*queue.get())
    process.join()
    print(process.exitcode, process.is_alive())

    sys.argv[1:] = ['an argument']
    sys.path.append('/nowhere')
    os.chdir('/')
    process = spawned.Process(target=tell_of_main, args=(queue,), daemon=True, name='curious')
    process.start()
    print(*queue.get(), sep='\n')
    process.join()

    process = spawned.Process(target=hand_back, args=(queue, Thing(3)))
    process.start()
    print(*queue.get())
    back = queue.get()
    print(back.value, type(back) is Thing)
    process.join()

    process = Own(5)
    process.start()
    process.join()
    print(process.name, process.exitcode)

    sys.stderr.flush()
    kept = os.dup(2)
    silent = os.open(os.devnull, os.O_WRONLY)
    os.dup2(silent, 2)
    for how in 'return', 'raise', 'exit', 'kill', 'text':
        process = spawned.Process(target=end, args=(how,))
        process.start()
        process.join()
        print(how, process.exitcode)
    os.dup2(kept, 2)

    event = spawned.Event()
    process = spawned.Process(target=wait, args=(event,))
    process.start()
    event.wait()
    print(process.is_alive(), process in multiprocessing.active_children())
    process.terminate()
    process.join()
    print(process.exitcode == -signal.SIGTERM, multiprocessing.active_children())

    process = spawned.Process(target=child, args=(queue,))
    process.start()
    for _ in range(2):
        args, kwargs, name, daemon, parent, is_right = queue.get()
        print(args, name, parent, is_right)
    process.join()

    process = spawned.Process(target=show_key, args=(queue,))
    process.start()
    print(queue.get() == multiprocessing.current_process().authkey)
    process.join()


if __name__ == '__main__':
    main()
