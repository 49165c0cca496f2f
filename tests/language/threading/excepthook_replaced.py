# threading.excepthook may be replaced, and gets type, value, traceback and thread.
import threading


def fail():
    raise ValueError("told")


def hook(args):
    print(type(args).__name__, args.exc_type.__name__, args.exc_value, args.thread.name)
    print(args.exc_traceback is args.exc_value.__traceback__, args.exc_traceback is not None)
    print(len(args), args[0] is args.exc_type, args[3] is args.thread)
    print(threading.current_thread() is args.thread, args.thread.is_alive())


print(threading.excepthook is threading.__excepthook__)
threading.excepthook = hook
thread = threading.Thread(target=fail, name="hooked")
thread.start()
thread.join()
threading.excepthook = threading.__excepthook__


class Own(threading.Thread):
    def run(self):
        try:
            super().run()
        except ValueError as error:
            print("caught in run:", error)


own = Own(target=fail)
own.start()
own.join()
