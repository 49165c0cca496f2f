# What processes share goes to spawned ones, and only while they are started.
# heavy
import multiprocessing
import pickle
import sys

spawned = multiprocessing.get_context('spawn')


def count(lock, value, array, raw, rounds):
    for _ in range(rounds):
        with lock:
            value.value += 1
    with array:
        for index, each in enumerate(array):
            array[index] = each + 1
    raw.value = raw.value * 2


def meet(barrier, semaphore, places):
    with semaphore:
        pass
    places.put(barrier.wait())


def wait_and_tell(condition, event, end):
    event.wait()
    with condition:
        condition.notify_all()
    end.send_bytes(b'notified')
    end.send({'an': 'object'})
    print('in the child:', end.recv())
    end.close()


def work(jobs, results):
    while (job := jobs.get()) is not None:
        results.put(job * job)
        jobs.task_done()
    jobs.task_done()


def pass_on(queue, lock, value):
    # What was inherited is inherited again.
    inner = multiprocessing.Process(target=add, args=(queue, lock, value))
    inner.start()
    inner.join()
    queue.put('passed on')


def add(queue, lock, value):
    with lock:
        value.value += 10
    queue.put('added')


def run(*processes):
    for process in processes:
        process.start()
    for process in processes:
        process.join()
        if process.exitcode:
            print('exit code', process.exitcode)


def main():
    lock, value = spawned.Lock(), spawned.Value('i', 0, lock=False)
    array, raw = spawned.Array('d', [1, 2, 3]), spawned.RawValue('l', 5)
    run(*[spawned.Process(target=count, args=(lock, value, array, raw, 300)) for _ in range(2)])
    print(value.value, array[:], raw.value)

    text = spawned.Array('c', b'some text')
    recursive = spawned.RLock()
    with recursive:
        with recursive:
            print(recursive)
    print(text.value, len(text))

    places = spawned.SimpleQueue()
    barrier, semaphore = spawned.Barrier(3), spawned.BoundedSemaphore(2)
    run(*[spawned.Process(target=meet, args=(barrier, semaphore, places)) for _ in range(3)])
    print(sorted(places.get() for _ in range(3)), semaphore)

    condition, event = spawned.Condition(), spawned.Event()
    here, there = spawned.Pipe()
    process = spawned.Process(target=wait_and_tell, args=(condition, event, there))
    process.start()
    there.close()
    with condition:
        event.set()
        print(condition.wait(60))
    print(here.recv_bytes(), here.recv())
    here.send(['from', 'the parent'])
    process.join()
    try:
        here.recv()
    except EOFError:
        print('EOFError')

    jobs, results = spawned.JoinableQueue(), spawned.Queue()
    processes = [spawned.Process(target=work, args=(jobs, results)) for _ in range(2)]
    for process in processes:
        process.start()
    for number in range(20):
        jobs.put(number)
    for _ in processes:
        jobs.put(None)
    jobs.join()
    print(sorted(results.get() for _ in range(20)))
    for process in processes:
        process.join()

    queue, lock, value = spawned.Queue(), spawned.Lock(), spawned.Value('i', 1)
    run(spawned.Process(target=pass_on, args=(queue, lock, value)))
    print(queue.get(), queue.get(), value.value)

    # Many take few descriptors.
    many = [spawned.Lock() for _ in range(300)] + [spawned.RawValue('i', 1) for _ in range(300)]
    run(spawned.Process(target=take_all, args=(many,)))
    print([each.value for each in many[300:]] == list(range(300)))

    queue.put('x' * 100000)
    print(len(queue.get()))
    for thing in (spawned.Lock(), spawned.RLock(), spawned.Semaphore(1), spawned.Condition(),
                  spawned.Event(), spawned.Queue(), spawned.JoinableQueue(),
                  spawned.SimpleQueue(), spawned.Value('i'), spawned.Array('i', 2)):
        try:
            pickle.dumps(thing)
        except RuntimeError as error:
            print(error)
    try:
        pickle.dumps(multiprocessing.current_process().authkey)
    except TypeError as error:
        print(error)
    for queue in jobs, results, queue:
        queue.close()


def take_all(many):
    for place, each in enumerate(many):
        if place < 300:
            each.acquire()
            each.release()
        else:
            each.value = place - 300


if __name__ == '__main__':
    main()
