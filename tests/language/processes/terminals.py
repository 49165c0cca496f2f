# Pseudo-terminals.
import os
m, s = os.openpty(); print(os.isatty(m), os.isatty(s)); os.write(s, b'x\n'); print(os.read(m, 10))
pid, fd = os.forkpty()
if pid == 0:
    os.write(1, b'%d %d\n' % (os.isatty(0), os.getsid(0) == os.getpid())); os._exit(0)
print(os.read(fd, 100)); os.waitpid(pid, 0)
