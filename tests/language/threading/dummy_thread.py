# A thread that threading did not start is a dummy thread to it.
import _thread
import threading

done = threading.Event()
seen = []


def work():
    thread = threading.current_thread()
    seen.append((thread.name, thread.daemon, type(thread).__name__, thread.is_alive()))
    seen.append(thread is threading.current_thread())
    seen.append(thread.ident == threading.get_ident())
    for action in (thread.join, thread.start):
        try:
            action()
        except (AssertionError, RuntimeError) as error:
            seen.append((type(error).__name__, str(error)))
    done.set()


_thread.start_new_thread(work, ())
done.wait()
for entry in seen:
    print(entry)
