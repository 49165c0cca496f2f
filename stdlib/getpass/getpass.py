"""Passwords typed without being seen, and the user's name."""

import os
import sys
import warnings

__all__ = ['getpass', 'getuser', 'GetPassWarning']


class GetPassWarning(UserWarning):
    """What is typed can be seen."""


def getpass(prompt='Password: ', stream=None):
    """Ask at the terminal without echo."""
    try:
        import termios
        descriptor = os.open('/dev/tty', os.O_RDWR | os.O_NOCTTY)
    except (ImportError, OSError):
        return _with_echo(prompt, stream)
    with open(descriptor, 'w+', closefd=True) as terminal:
        old = termios.tcgetattr(descriptor)
        new = old[:]
        new[3] &= ~termios.ECHO
        try:
            termios.tcsetattr(descriptor, termios.TCSAFLUSH, new)
            line = _raw_input(prompt, stream or terminal, terminal)
        finally:
            termios.tcsetattr(descriptor, termios.TCSAFLUSH, old)
        (stream or terminal).write('\n')
    return line


def _with_echo(prompt, stream):
    warnings.warn('Can not control echo on the terminal.', GetPassWarning, stacklevel=3)
    stream = stream or sys.stderr
    print('Warning: Password input may be echoed.', file=stream)
    return _raw_input(prompt, stream, sys.stdin)


def _raw_input(prompt, stream, source):
    stream.write(str(prompt))
    stream.flush()
    line = source.readline()
    if not line:
        raise EOFError
    return line.removesuffix('\n')


def getuser():
    """The user's name: from the environment, or from the password database."""
    for name in ('LOGNAME', 'USER', 'LNAME', 'USERNAME'):
        user = os.environ.get(name)
        if user:
            return user
    import pwd
    return pwd.getpwuid(os.getuid())[0]
