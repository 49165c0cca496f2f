# current_thread is the thread that asks; main_thread the first one, from everywhere.
import threading

seen = []


def look():
    seen.append(threading.current_thread())
    seen.append(threading.main_thread())


main = threading.current_thread()
print(main is threading.main_thread(), main.name, type(main).__name__, isinstance(main, threading.Thread))
thread = threading.Thread(target=look, name="looker")
thread.start()
thread.join()
print(seen[0] is thread, seen[1] is main)
print(threading.current_thread() is main)
