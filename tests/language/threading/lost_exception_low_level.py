# An exception that leaves a function started by start_new_thread goes to sys.unraisablehook.
import _thread
import sys

done = _thread.allocate_lock()
done.acquire()


def hook(args):
    print(args.exc_type.__name__, args.exc_value, args.err_msg, args.object is fail)
    done.release()


def fail():
    raise ValueError("low level")


def leave():
    done.release()
    raise SystemExit(5)


sys.unraisablehook = hook
_thread.start_new_thread(fail, ())
done.acquire()
_thread.start_new_thread(leave, ())
done.acquire()
print("main ends")
