# An exception of the function comes out of result() and exception().
from concurrent.futures import ThreadPoolExecutor


class Own(Exception):
    pass


def fail(text):
    raise Own(text)


def leave():
    raise SystemExit(4)


with ThreadPoolExecutor(1) as executor:
    future = executor.submit(fail, "told")
    try:
        future.result()
    except Own as error:
        print("Own:", error)
        names = []
        traceback = error.__traceback__
        while traceback is not None:
            names.append(traceback.tb_frame.f_code.co_name)
            traceback = traceback.tb_next
        print(names[0], names[-1])
    print(repr(future.exception()), future.exception() is future.exception())
    print(future.done(), future.cancelled())
    print(repr(executor.submit(leave).exception()))
    print(repr(executor.submit(lambda: 1 / 0).exception(timeout=10)))
    print(executor.submit(int, "7").result())
