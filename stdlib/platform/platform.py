"""What the program runs on."""

import os
import sys
from collections import namedtuple


class uname_result(namedtuple('uname_result_base', 'system node release version machine')):
    """What uname tells; the sixth, processor, is found when it is asked for."""

    _fields = ('system', 'node', 'release', 'version', 'machine', 'processor')
    __slots__ = ()

    @property
    def processor(self):
        return ''

    def __iter__(self):
        yield from tuple.__iter__(self)
        yield self.processor

    def __len__(self):
        return 6

    def __getitem__(self, key):
        return tuple(self)[key]

    def __repr__(self):
        return 'uname_result(%s)' % ', '.join(
            f'{name}={value!r}' for name, value in zip(self._fields, self))


def uname():
    """System, node, release, version, machine and processor."""
    told = os.uname()
    return uname_result(told.sysname, told.nodename, told.release, told.version, told.machine)


def system():
    """The name of the system: 'Linux'."""
    return uname().system


def node():
    """The machine's name in the network."""
    return uname().node


def release():
    """The system's release."""
    return uname().release


def version():
    """The release's version."""
    return uname().version


def machine():
    """The kind of machine: 'x86_64'."""
    return uname().machine


def processor():
    """The processor's real name, or ''."""
    return uname().processor


def libc_ver(executable=None, lib='', version='', chunksize=16384):
    """(name, version) of the C library."""
    if executable is None:
        try:
            name, _, number = os.confstr('CS_GNU_LIBC_VERSION').partition(' ')
            return name, number
        except (AttributeError, ValueError, OSError):
            pass
    return _c_library(lib, version)


def _c_library(lib, version):
    try:
        with open('/proc/self/maps') as maps:
            if 'libc.so.6' in maps.read():
                return 'glibc', version
    except OSError:
        pass
    return lib, version


def architecture(executable=sys.executable, bits='', linkage=''):
    """('64bit', 'ELF')."""
    return bits or ('64bit' if sys.maxsize > 2**32 else '32bit'), linkage or 'ELF'


def platform(aliased=0, terse=0):
    """One line that tells as much as it can."""
    told = uname()
    library = '-'.join(part for part in libc_ver() if part)
    if terse:
        return f'{told.system}-{told.release}-{library}'
    name = '-'.join(part for part in (told.system, told.release, told.machine) if part)
    text = f'{name}-with-{library}' if library else name
    return text.replace(' ', '_').replace('/', '-')


def python_implementation():
    """Which Python this is."""
    return 'CPython' if sys.implementation.name == 'cpython' else sys.implementation.name


def python_version():
    """'major.minor.patch' of the language."""
    return '%d.%d.%d' % sys.version_info[:3]


def python_version_tuple():
    """The same as a tuple of texts."""
    return tuple(python_version().split('.'))


def python_branch():
    """The branch it was built from."""
    return ''


def python_revision():
    """The revision it was built from."""
    return ''


def python_build():
    """(number, date) of the build."""
    return ('default', '')


def python_compiler():
    """What compiled it."""
    return ''


def freedesktop_os_release():
    """What /etc/os-release says, as a dict."""
    import errno
    for path in ('/etc/os-release', '/usr/lib/os-release'):
        try:
            with open(path, encoding='utf-8') as file:
                lines = file.readlines()
        except OSError:
            continue
        told = {'NAME': 'Linux', 'ID': 'linux', 'PRETTY_NAME': 'Linux'}
        import shlex
        for line in lines:
            name, equals, value = line.strip().partition('=')
            if equals and name.replace('_', 'A').isalnum():
                told[name] = ''.join(shlex.split(value))
        return told
    raise OSError(errno.ENOENT, 'Unable to read files /etc/os-release, /usr/lib/os-release')


def mac_ver(release='', versioninfo=('', '', ''), machine=''):
    """(release, versioninfo, machine) of macOS; as given elsewhere."""
    return release, versioninfo, machine


def win32_ver(release='', version='', csd='', ptype=''):
    """(release, version, csd, ptype) of Windows; as given elsewhere."""
    return release, version, csd, ptype


def java_ver(release='', vendor='', vminfo=('', '', ''), osinfo=('', '', '')):
    """What Jython tells; as given elsewhere."""
    return release, vendor, vminfo, osinfo
