# weft only
# Waiting for whichever child ends lets other fibers run: here they are who lets it end.
import os
import signal

import weft


def start(status=0):
    """A child that ends when its pipe is closed: (its number, what to close)."""
    reader, writer = os.pipe()
    child = os.fork()
    if child == 0:
        os.close(writer)
        os.read(reader, 1)
        os._exit(status)
    os.close(reader)
    return child, writer


def check(name, wait):
    child, writer = start(7)
    log = []

    def end_it():
        log.append('another runs')
        os.close(writer)

    waiter, other = spawn(wait, child), spawn(end_it)
    print(name, waiter.result(), log)
    other.result()


check('waitpid(-1)', lambda child: os.waitpid(-1, 0) == (child, 7 << 8))
check('waitpid(0)', lambda child: os.waitpid(0, 0) == (child, 7 << 8))
check('waitpid(child)', lambda child: os.waitpid(child, 0) == (child, 7 << 8))
check('wait()', lambda child: os.wait() == (child, 7 << 8))
check('wait3()', lambda child: os.wait3(0)[:2] == (child, 7 << 8))
check('wait4(-1)', lambda child: os.wait4(-1, 0)[:2] == (child, 7 << 8))


def ask(kind, which):
    told = os.waitid(kind, which, os.WEXITED)
    return told.si_pid, told.si_status


check('waitid(P_ALL)', lambda child: ask(os.P_ALL, 0) == (child, 7))
check('waitid(P_PGID)', lambda child: ask(os.P_PGID, os.getpgrp()) == (child, 7))
check('waitid(P_PID)', lambda child: ask(os.P_PID, child) == (child, 7))

# Of one child, too, when it is not its end that is waited for.
child, writer = start(1)
waiter = spawn(os.waitpid, child, os.WUNTRACED)
stopper = spawn(os.kill, child, signal.SIGSTOP)
number, status = waiter.result()
print(number == child, os.WIFSTOPPED(status))
waiter = spawn(os.waitpid, -1, os.WCONTINUED)
spawn(os.kill, child, signal.SIGCONT)
number, status = waiter.result()
print(number == child, os.WIFCONTINUED(status))

# Who is cancelled takes no status.
waiter = spawn(os.waitpid, -1, 0)
weft.sleep(0.001)
waiter.cancel()
try:
    waiter.result()
except BaseException as error:
    print(type(error).__name__)
os.close(writer)
print(os.waitpid(-1, 0) == (child, 1 << 8))

# Several wait, each gets another child.
children = [start(status) for status in range(3)]
waiters = [spawn(os.wait) for _ in children]
closer = spawn(lambda: [os.close(writer) for _, writer in children])
print(sorted(waiter.result() for waiter in waiters) ==
      sorted((child, status << 8) for status, (child, _) in enumerate(children)))
for call in lambda: os.waitpid(-1, 0), os.wait, lambda: os.waitid(os.P_ALL, 0, os.WEXITED):
    try:
        spawn(call).result()
    except ChildProcessError as error:
        print(error)
