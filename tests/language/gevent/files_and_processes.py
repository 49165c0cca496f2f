# gevent.fileobject, gevent.os and gevent.subprocess: files, descriptors and children wait in the hub.
import os

import gevent
import gevent.os
import gevent.subprocess
from gevent.fileobject import FileObject, FileObjectBlock, FileObjectPosix, FileObjectThread

print(FileObject is FileObjectPosix)
log = []


def ticks(count):
    for _ in range(count):
        log.append('tick')
        gevent.sleep(0.002)


def pipe(read_mode, write_mode, kind=FileObject):
    reader, writer = os.pipe()
    return kind(reader, read_mode), kind(writer, write_mode)


reader, writer = pipe('rb', 'wb')
ticker = gevent.spawn(ticks, 3)
reading = gevent.spawn(reader.readline)
gevent.sleep(0.05)
writer.write(b'line\nmore')
print(reading.ready(), log, reader.fileno() >= 0)
writer.flush()
print(reading.get())
writer.close()
print(reader.read(), reader.closed, writer.closed)
reader.close()
print(reader.closed)
log.clear()

reader, writer = pipe('rb', 'wb', FileObjectThread)
writer.write(b'by threads\nmore')
writer.close()
print(reader.readline(), reader.read())
reader.close()

reader, writer = pipe('r', 'w')
writing = gevent.spawn(lambda: (writer.write('é' * 100000 + '\nlast\n'), writer.close()))
print([len(line) for line in reader])
writing.join()
reader.close()
with FileObjectBlock(__file__, 'rb') as file:
    print(file.readline()[:9])
with FileObject(__file__) as file:
    print(len(file.readline()), file.readable(), file.writable())

# Reads and writes of descriptors.
reader, writer = os.pipe()
print(gevent.os.make_nonblocking(reader), gevent.os.make_nonblocking(reader))
reading = gevent.spawn(gevent.os.nb_read, reader, 10)
gevent.sleep(0)
print(reading.ready(), gevent.os.nb_write(writer, b'abc'), reading.get())
print(gevent.os.tp_write(writer, b'def'), gevent.os.tp_read(reader, 10))
os.close(writer)
print(gevent.os.nb_read(reader, 10))
os.close(reader)

# Children.
pid = gevent.os.fork()
if pid == 0:
    os._exit(7)
print(os.waitstatus_to_exitcode(gevent.os.waitpid(pid, 0)[1]))
ended = []
pid = gevent.os.fork_and_watch(lambda watcher: ended.append((watcher.pid == pid, watcher.rstatus)))
if pid == 0:
    os._exit(2)
gevent.sleep(0.1)
print(ended, gevent.os.waitpid(pid, 0) == (pid, 512))
try:
    gevent.os.waitpid(pid, 0)
except ChildProcessError:
    print('no child')

ticker = gevent.spawn(ticks, 3)
print(gevent.subprocess.check_output(['sh', '-c', 'sleep 0.1; echo out']), log)
process = gevent.subprocess.Popen(['cat'], stdin=-1, stdout=-1)
print(process.communicate(b'x' * 100000)[0] == b'x' * 100000, process.poll())

from gevent import monkey
import subprocess
plain = subprocess.Popen
monkey.patch_subprocess()
print(subprocess.Popen is gevent.subprocess.Popen, monkey.is_module_patched('subprocess'),
      monkey.get_original('subprocess', 'Popen') is plain)
log.clear()
ticker = gevent.spawn(ticks, 3)
print(subprocess.run(['sleep', '0.1']).returncode, log)
monkey.patch_os()
print(os.waitpid is gevent.os.waitpid, os.fork is gevent.os.fork)
pid = os.fork()
if pid == 0:
    os._exit(1)
print(os.waitpid(pid, 0)[1])
