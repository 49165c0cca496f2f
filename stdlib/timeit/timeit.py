"""How long small pieces of code take."""

import gc
import itertools
import sys
import time

__all__ = ['Timer', 'timeit', 'repeat', 'default_timer']

dummy_src_name = '<timeit-src>'
default_number = 1000000
default_repeat = 5
default_timer = time.perf_counter


def _indented(text, width):
    return text.replace('\n', '\n' + ' ' * width)


class Timer:
    """Runs a statement many times and takes the time."""

    def __init__(self, stmt='pass', setup='pass', timer=default_timer, globals=None):
        self.timer = timer
        names = {}
        scope = _globals() if globals is None else globals
        parameters = ''
        if isinstance(setup, str):
            compile(setup, dummy_src_name, 'exec')
            before = setup + '\n'
            setup_text = _indented(setup, 4)
        elif callable(setup):
            names['_setup'] = setup
            parameters += ', _setup=_setup'
            before = ''
            setup_text = '_setup()'
        else:
            raise ValueError('setup is neither a string nor callable')
        if isinstance(stmt, str):
            compile(before + stmt, dummy_src_name, 'exec')
            stmt_text = _indented(stmt, 8)
        elif callable(stmt):
            names['_stmt'] = stmt
            parameters += ', _stmt=_stmt'
            stmt_text = '_stmt()'
        else:
            raise ValueError('stmt is neither a string nor callable')
        self.src = (f'def inner(_it, _timer{parameters}):\n'
                    f'    {setup_text}\n'
                    '    _begin = _timer()\n'
                    '    for _i in _it:\n'
                    f'        {stmt_text}\n'
                    '        pass\n'
                    '    return _timer() - _begin\n')
        exec(compile(self.src, dummy_src_name, 'exec'), scope, names)
        self.inner = names['inner']

    def print_exc(self, file=None):
        """Print the traceback of the statement that failed."""
        import linecache
        import traceback
        linecache.cache[dummy_src_name] = (len(self.src), None, self.src.split('\n'),
                                           dummy_src_name)
        traceback.print_exc(file=file)

    def timeit(self, number=default_number):
        """Seconds for so many runs."""
        was_on = gc.isenabled()
        gc.disable()
        try:
            return self.inner(itertools.repeat(None, number), self.timer)
        finally:
            if was_on:
                gc.enable()

    def repeat(self, repeat=default_repeat, number=default_number):
        """A list of such times."""
        return [self.timeit(number) for _ in range(repeat)]

    def autorange(self, callback=None):
        """(runs, seconds), with as many runs as take 0.2 s at least."""
        step = 1
        while True:
            for factor in 1, 2, 5:
                number = step * factor
                taken = self.timeit(number)
                if callback:
                    callback(number, taken)
                if taken >= 0.2:
                    return number, taken
            step *= 10


def timeit(stmt='pass', setup='pass', timer=default_timer, number=default_number, globals=None):
    """Timer(stmt, setup, timer, globals).timeit(number)."""
    return Timer(stmt, setup, timer, globals).timeit(number)


def repeat(stmt='pass', setup='pass', timer=default_timer, repeat=default_repeat,
           number=default_number, globals=None):
    """Timer(stmt, setup, timer, globals).repeat(repeat, number)."""
    return Timer(stmt, setup, timer, globals).repeat(repeat, number)


_globals = globals
_UNITS = {'nsec': 1e-9, 'usec': 1e-6, 'msec': 1e-3, 'sec': 1.0}


def main(args=None, *, _wrap_timer=None):
    """The command line: python -m timeit [-n N] [-r N] [-u U] [-s S] [-p] [-v] [statement]."""
    import getopt
    import os
    if args is None:
        args = sys.argv[1:]
    try:
        options, args = getopt.getopt(args, 'n:u:s:r:pvh', [
            'number=', 'setup=', 'repeat=', 'process', 'verbose', 'unit=', 'help'])
    except getopt.error as error:
        print(error)
        print('use -h/--help for command line help')
        return 2
    timer = default_timer
    statement = '\n'.join(args) or 'pass'
    number, times, verbose, unit, setup = 0, default_repeat, 0, None, []
    for option, value in options:
        if option in ('-n', '--number'):
            number = int(value)
        elif option in ('-s', '--setup'):
            setup.append(value)
        elif option in ('-u', '--unit'):
            if value not in _UNITS:
                print('Unrecognized unit. Please select nsec, usec, msec, or sec.',
                      file=sys.stderr)
                return 2
            unit = value
        elif option in ('-r', '--repeat'):
            times = max(int(value), 1)
        elif option in ('-p', '--process'):
            timer = time.process_time
        elif option in ('-v', '--verbose'):
            verbose += 1
        else:
            print(main.__doc__)
            return 0
    sys.path.insert(0, os.curdir)
    measured = Timer(statement, '\n'.join(setup) or 'pass', _wrap_timer(timer) if _wrap_timer
                     else timer)
    try:
        if number == 0:
            number, _ = measured.autorange()
        taken = measured.repeat(times, number)
    except Exception:
        measured.print_exc()
        return 1

    def told(seconds):
        name = unit or next((each for each in reversed(_UNITS) if seconds >= _UNITS[each]), 'nsec')
        return '%.*g %s' % (3 + verbose, seconds / _UNITS[name], name)

    if verbose:
        print('raw times: %s\n' % ', '.join(map(told, taken)))
    each = [seconds / number for seconds in taken]
    print('%d loop%s, best of %d: %s per loop'
          % (number, 's' if number != 1 else '', times, told(min(each))))
    return None


if __name__ == '__main__':
    sys.exit(main())
