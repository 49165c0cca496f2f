# os.posix_spawn(), posix_spawnp() and waitid(): what the child is given, how it ends, what is refused.
import os
import signal


def end(pid):
    return os.waitstatus_to_exitcode(os.waitpid(pid, 0)[1])


reader, writer = os.pipe()
actions = [(os.POSIX_SPAWN_DUP2, writer, 1), (os.POSIX_SPAWN_CLOSE, reader)]
print(end(os.posix_spawn('/bin/sh', ['sh', '-c', 'echo $NAME; exit 3'], {'NAME': 'value'},
                         file_actions=actions)), os.read(reader, 100))
print(end(os.posix_spawnp('sh', ('sh', '-c', 'echo $0 $1', 'word'), os.environ, file_actions=actions)),
      os.read(reader, 100))
actions = [(os.POSIX_SPAWN_OPEN, 0, '/dev/null', os.O_RDONLY, 0), (os.POSIX_SPAWN_DUP2, writer, 1)]
print(end(os.posix_spawn('/bin/cat', [b'cat'], {}, file_actions=actions)))
print(end(os.posix_spawn('/bin/sh', ['sh', '-c', 'test $$ = "$(ps -o pgid= -p $$ | tr -d " ")"'],
                         os.environ, setpgroup=0)) in (0, 127))
pid = os.posix_spawnp('sleep', ['sleep', '100'], os.environ, setsid=True,
                      setsigdef=[signal.SIGTERM], setsigmask=[signal.SIGUSR1])
print(os.getsid(pid) == pid)
print(os.waitid(os.P_PID, pid, os.WEXITED | os.WNOHANG))
os.kill(pid, signal.SIGTERM)
told = os.waitid(os.P_PID, pid, os.WEXITED | os.WNOWAIT)
print(type(told).__name__, told.si_pid == pid, told.si_status, told.si_code == os.CLD_KILLED,
      told.si_signo == signal.SIGCHLD, len(told))
print(end(pid))
pid = os.posix_spawnp('false', ['false'], {})
told = os.waitid(os.P_ALL, 0, os.WEXITED)
print(told.si_pid == pid, told.si_status, told.si_code == os.CLD_EXITED)


def refused(function, *args, **kwargs):
    try:
        function(*args, **kwargs)
    except Exception as error:
        print(type(error).__name__, error)


refused(os.posix_spawn, '/nonexistent', ['x'], {})
refused(os.posix_spawnp, 'no-such-program', ['x'], {})
refused(os.posix_spawn, '/bin/true', 'true', {})
refused(os.posix_spawn, '/bin/true', [], {})
refused(os.posix_spawnp, 'true', [''], {})
refused(os.posix_spawn, '/bin/true', ['true'], {}, file_actions=[()])
refused(os.posix_spawn, '/bin/true', ['true'], {}, file_actions=[(9, 1)])
refused(os.posix_spawn, '/bin/true', ['true'], {}, file_actions=[(os.POSIX_SPAWN_CLOSE,)])
refused(os.posix_spawn, '/bin/true', ['true'], {}, setsigmask=[1000])
refused(os.waitid, os.P_PID, 1, os.WEXITED)
