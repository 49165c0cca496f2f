# Names of threads: counted, with the target's name behind, or as given.
import threading


def work():
    pass


class Callable:
    def __call__(self):
        pass


class Mine(threading.Thread):
    pass


print(threading.Thread(target=work).name)
print(threading.Thread(target=lambda: 0).name)
print(threading.Thread(target=Callable()).name)
print(threading.Thread().name)
print(Mine().name, Mine(target=work).name)
print(threading.Thread(target=work, name="mine").name)
print(repr(threading.Thread(target=work, name=17).name))
print(threading.Thread(target=work, name="").name)
print(threading.Thread(target=len).name)
print(threading.Thread(target=[].append).name)
print(threading.Thread(target=Callable).name)
thread = threading.Thread(target=work)
print(thread.name)
thread.name = "renamed"
print(thread.name)
thread.name = 5
print(repr(thread.name))
print(threading.main_thread().name)
timer = threading.Timer(1, work)
print(timer.name)
