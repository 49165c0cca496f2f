# Modules os, os.path, stat, errno: files, folders, descriptors, the environment, errors
import errno
import os
import os.path
import stat

print(os.path.join('a', 'b', '/c', 'd/', 'e'), os.path.split('/a/b'), os.path.splitext('.a.b.c'), os.path.splitext('...x'),
      os.path.normpath('//a/../../b//c/./d'), os.path.normpath(''), os.path.relpath('/a/b', '/a/c/d'),
      os.path.commonpath(['/a/b', '/a/c']), os.path.commonprefix(['abc', 'abd']))
os.environ['WEFT_TEST'] = 'val'
print(os.path.expandvars('$WEFT_TEST/${WEFT_TEST}x/$NOPE_X/$'), os.path.abspath('x')[-2:], os.path.basename('/a/b/'),
      os.path.dirname('/a'), os.path.join(b'a', b'b'), os.path.isabs('/'), os.path.exists('/nope'), os.path.isdir('/'),
      os.path.isfile('/etc/passwd'), os.path.ismount('/'), os.path.splitdrive('/a'), os.path.lexists('/'))
print(os.environ['WEFT_TEST'], os.getenv('WEFT_TEST'), os.getenv('NOPE_X', 3), os.environb[b'WEFT_TEST'], 'WEFT_TEST' in os.environ)
del os.environ['WEFT_TEST']
print('WEFT_TEST' in os.environ, os.environ.get('WEFT_TEST'), os.environ.setdefault('WEFT_TEST', 'q'), os.environ.pop('WEFT_TEST'))


def attempt(function, *arguments, **keywords):
    try:
        print(repr(function(*arguments, **keywords)))
    except Exception as error:
        print(type(error).__name__, error, getattr(error, 'filename', None), getattr(error, 'filename2', None))


attempt(os.path.join, 'a', b'b')
attempt(os.path.join, 'a', 3)
attempt(os.path.commonpath, [])
attempt(os.path.commonpath, ['/a', 'b'])
attempt(os.path.relpath, '')
for function in (os.stat, os.listdir, os.scandir, os.unlink, os.rmdir, os.readlink, os.chdir, os.path.getsize, os.statvfs):
    attempt(function, 'nope')
attempt(os.mkdir, 3.5)
attempt(os.stat, 3.5)
attempt(os.listdir, 3.5)
attempt(os.rename, 'nope1', 'nope2')
attempt(os.rename, 1, 2)
attempt(os.open, 'nope', os.O_RDONLY)
attempt(os.stat, 'a\0b')
attempt(os.close, 9999)
attempt(os.read, 9999, 1)
attempt(os.fspath, 3)
attempt(os.fsencode, 'é')
attempt(os.write, 1, 's')
attempt(os.urandom, -1)
attempt(os.strerror, 2)
attempt(os.environ.__getitem__, 'NOPE_X')
attempt(os.environ.__setitem__, 'a', 3)
attempt(os.makedirs, '/tmp')
attempt(os.kill, 'a', 1)
print(errno.ENOENT, errno.errorcode[2], errno.errorcode[35], errno.errorcode[11], errno.errorcode[95])
print(stat.filemode(0o104755), stat.filemode(0o041777), stat.S_ISDIR(os.stat('/').st_mode), os.sep, repr(os.linesep), os.name)

base = '/tmp/weft_os_test_%d' % os.getpid()
os.makedirs(base + '/x/y')
with open(base + '/x/f', 'w') as file:
    file.write('hello')
print(sorted(os.listdir(base + '/x')), [(e.name, e.is_dir(), e.is_file(), e.is_symlink(), e.stat().st_size > 0, repr(e))
                                        for e in sorted(os.scandir(base + '/x'), key=lambda e: e.name)])
for topdown in (True, False):
    for folder, folders, files in os.walk(base, topdown):
        print(folder.removeprefix(base), folders, files)
os.rename(base + '/x/f', base + '/x/g')
os.symlink('g', base + '/x/l')
os.chmod(base + '/x/g', 0o600)
os.utime(base + '/x/g', (1, 2))
s = os.stat(base + '/x/g')
print(s.st_size, os.readlink(base + '/x/l'), oct(s.st_mode), s.st_atime, s.st_mtime, s.st_mtime_ns, s[8], len(s), os.path.islink(base + '/x/l'),
      os.path.samefile(base + '/x/l', base + '/x/g'), os.path.realpath(base + '/x/l') == os.path.realpath(base + '/x/g'))
os.truncate(base + '/x/g', 2)
print(os.path.getsize(base + '/x/g'))
os.remove(base + '/x/l')
os.unlink(base + '/x/g')
os.rmdir(base + '/x/y')
os.rmdir(base + '/x')
fd = os.open(base + '/q', os.O_RDWR | os.O_CREAT | os.O_TRUNC)
os.write(fd, b'hello')
print(os.lseek(fd, 0, 0), os.read(fd, 3), os.pread(fd, 2, 1), os.fstat(fd).st_size, os.get_inheritable(fd), os.get_blocking(fd), os.isatty(fd))
copy = os.dup(fd)
os.close(fd)
with os.fdopen(copy, 'rb') as file:
    file.seek(0)
    print(file.read())
os.remove(base + '/q')
os.rmdir(base)
r, w = os.pipe()
print(os.write(w, b'abc'), os.read(r, 10))
os.close(r)
os.close(w)
print(os.getpid() > 0, os.cpu_count() > 0, len(os.urandom(5)), os.get_exec_path({'PATH': 'a:b'}), os.fspath('x'), os.fsdecode(b'ab'))
print(isinstance(os.scandir('/').__next__(), os.PathLike), os.waitstatus_to_exitcode(256), os.WIFEXITED(0), os.terminal_size((3, 4)), os.uname().sysname)
