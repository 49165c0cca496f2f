# fork, wait, exit statuses.
import functools, os, sys
print = functools.partial(print, flush=True)
r, w = os.pipe()
pid = os.fork()
if pid == 0:
    os.write(w, b'child'); os._exit(3)
print(os.waitpid(pid, 0)[1] >> 8); os.close(w); print(os.read(r, 100), os.read(r, 1))
pid = os.fork()
if pid == 0: os.kill(os.getpid(), 9)
_, status = os.waitpid(pid, 0); print(os.WIFSIGNALED(status), os.WTERMSIG(status), os.waitstatus_to_exitcode(status))
pid = os.fork()
if pid == 0: sys.exit(7)
got, status, usage = os.wait4(pid, 0); print(got == pid, os.WEXITSTATUS(status), usage.ru_maxrss > 0)
for call in (lambda: os.waitpid(-1, 0), os.wait, lambda: os.waitpid(pid, 0)):
    try: call()
    except ChildProcessError as error: print(error)
print(os.waitstatus_to_exitcode(os.system('exit 4')))
pid = os.fork()
if pid == 0: os.execvp('sh', ['sh', '-c', 'exit 5'])
print(os.wait()[1] >> 8, os.spawnlp(os.P_WAIT, 'sh', 'sh', '-c', 'exit 6'))
for call in (lambda: os.execvp('nosuch_program', ['a']), lambda: os.execv('/bin/sh', []), lambda: os.execv('/bin/sh', [''])):
    try: call()
    except Exception as error: print(type(error).__name__, error)
with os.popen('echo hi; exit 2') as stream: print(stream.read())
stream = os.popen('exit 2'); print(stream.close())
print(os.cpu_count() >= 1, len(os.sched_getaffinity(0)) >= 1, os.getppid() > 0)
