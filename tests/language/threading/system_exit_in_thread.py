# SystemExit ends the thread it is raised in, silently, and nothing else.
import _thread
import sys
import threading


def leave():
    log.append("in")
    sys.exit(3)
    log.append("never")


log = []
for target in (leave, _thread.exit):
    thread = threading.Thread(target=target)
    thread.start()
    thread.join()
    print(thread.is_alive(), log)


def with_text():
    raise SystemExit("a text that is not printed")


thread = threading.Thread(target=with_text)
thread.start()
thread.join()
print("main goes on")
