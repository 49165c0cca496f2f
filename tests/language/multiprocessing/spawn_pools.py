# Pools, executors and managers of spawned processes; the start method of the program.
# heavy
import multiprocessing
import os
from concurrent.futures import ProcessPoolExecutor

started = None


def begin(value):
    global started
    started = value


def square(number):
    return number * number


def ask(_):
    return started, multiprocessing.current_process().name.partition('-')[0]


class Problem(Exception):
    pass


def fail(number):
    raise Problem(number)


def number_of(_):
    return os.getpid()


def fill(shared, names, lock):
    with lock:
        shared['child'] = 1
        names.append('child')


def main():
    for name in 'spawn', 'fork', 'nothing', 'fork server':
        try:
            print(name, type(multiprocessing.get_context(name)).__name__,
                  multiprocessing.get_context(name).get_start_method())
        except ValueError as error:
            print(error)
    print({'fork', 'spawn'} <= set(multiprocessing.get_all_start_methods()))

    print(multiprocessing.get_start_method(allow_none=True))
    multiprocessing.set_start_method('spawn')
    print(multiprocessing.get_start_method())
    try:
        multiprocessing.set_start_method('fork')
    except RuntimeError as error:
        print(error)
    try:
        multiprocessing.get_context('spawn').set_start_method('fork')
    except ValueError as error:
        print(error)

    with multiprocessing.Pool(2, begin, ('begun',)) as pool:
        print(pool.map(square, range(10)))
        print(set(pool.map(ask, range(6))))
        print(pool.starmap(pow, [(2, 3), (3, 2)]))
        print(list(pool.imap(square, range(5), chunksize=2)))
        print(sorted(pool.imap_unordered(square, range(5))))
        try:
            pool.apply(fail, (7,))
        except Problem as problem:
            print('Problem', problem, type(problem) is Problem)
        seen = []
        pool.apply_async(square, (9,), callback=seen.append).wait()
        pool.close()
        pool.join()
        print(seen)

    with multiprocessing.Pool(1, maxtasksperchild=1) as pool:
        print(len(set(pool.map(number_of, range(3), chunksize=1))))

    with ProcessPoolExecutor(2, initializer=begin, initargs=('executed',)) as executor:
        print(list(executor.map(square, range(6))))
        print(executor.submit(ask, 0).result()[0])
        failure = executor.submit(fail, 8).exception()
        print(repr(failure))
    with ProcessPoolExecutor(1, max_tasks_per_child=2) as executor:
        numbers = [executor.submit(number_of, 0).result() for _ in range(5)]
        print([numbers.index(number) for number in numbers])

    with multiprocessing.Manager() as manager:
        shared, names, lock = manager.dict(), manager.list(['parent']), manager.Lock()
        process = multiprocessing.Process(target=fill, args=(shared, names, lock))
        process.start()
        process.join()
        print(dict(shared), list(names))

    process = multiprocessing.Process(target=square, args=(2,))
    print(type(process).__name__, process.name.partition('-')[0])
    forked = multiprocessing.get_context('fork').Process(target=square, args=(2,))
    forked.start()
    forked.join()
    print(type(forked).__name__, forked.exitcode)


if __name__ == '__main__':
    main()
