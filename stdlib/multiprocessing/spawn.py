"""Children that are fresh interpreters: what they are told, and what they do first.

Two pickles go to the child through a pipe: what its process should be like before anything else, the
main module among it, and the Process object. The objects that processes share are in the second one,
as numbers of descriptors that the child inherits.
"""

import os
import pickle
import sys
import types
from multiprocessing import process, util

__all__ = ['freeze_support', 'get_command_line', 'get_executable', 'get_preparation_data',
           'import_main_path', 'prepare', 'set_executable', 'spawn_main']

_executable = sys.executable


def set_executable(exe):
    """Says which program is started."""
    global _executable
    _executable = os.fsencode(exe)


def get_executable():
    """The program that is started."""
    return _executable


def get_command_line(**kwds):
    """The words that start a child."""
    arguments = ', '.join(f'{name}={value!r}' for name, value in kwds.items())
    return [get_executable(), '-c',
            f'from multiprocessing.spawn import spawn_main; spawn_main({arguments})',
            '--multiprocessing-fork']


def freeze_support():
    """Nothing: for programs made into executables of Windows."""


# --- In the parent


def get_preparation_data(name):
    """What a child of this name is told."""
    if getattr(process.current_process(), '_inheriting', False):
        raise RuntimeError(
            'An attempt has been made to start a new process before the current process has '
            'finished its bootstrapping phase.\n\n'
            'A child that is not forked imports the main module, and that import has come to a '
            "start of a process. What only the program itself is to do belongs under\n\n"
            "    if __name__ == '__main__':")
    from multiprocessing.context import _default_context
    data = {
        'name': name,
        'authkey': process.current_process().authkey,
        'log_to_stderr': util._log_to_stderr,
        'sys_path': [each or process.ORIGINAL_DIR for each in sys.path],
        'sys_argv': sys.argv,
        'orig_dir': process.ORIGINAL_DIR,
        'dir': os.getcwd(),
        'start_method': _default_context.get_start_method(),
    }
    if util._logger is not None:
        data['log_level'] = util._logger.getEffectiveLevel()
    main = sys.modules['__main__']
    path = getattr(main, '__file__', None)
    # A folder's or a package's __main__.py has no part that is not the program.
    if path is not None and os.path.basename(path) != '__main__.py':
        data['init_main_from_path'] = os.path.normpath(os.path.join(process.ORIGINAL_DIR, path))
        data['main_package'] = getattr(main, '__package__', None)
    return data


# --- In the child


def prepare(data):
    """Makes the process what the parent said."""
    from multiprocessing.context import _default_context
    current = process.current_process()
    current.name = data['name']
    current.authkey = data['authkey']
    if data['log_to_stderr']:
        util.log_to_stderr()
    if 'log_level' in data:
        util.get_logger().setLevel(data['log_level'])
    sys.path[:] = data['sys_path']
    sys.argv[:] = data['sys_argv']
    os.chdir(data['dir'])
    process.ORIGINAL_DIR = data['orig_dir']
    _default_context.set_start_method(data['start_method'], force=True)
    if 'init_main_from_path' in data:
        import_main_path(data['init_main_from_path'], data['main_package'])


def import_main_path(main_path, package=None):
    """Runs a file as module __mp_main__, which is __main__ from then on."""
    main = types.ModuleType('__mp_main__')
    main.__file__ = main_path
    main.__package__ = package
    with open(main_path, 'rb') as file:
        code = compile(file.read(), main_path, 'exec', dont_inherit=True)
    sys.modules['__mp_main__'] = main
    exec(code, main.__dict__)
    sys.modules['__main__'] = main


def spawn_main(pipe_handle):
    """All that a child does."""
    assert '--multiprocessing-fork' in sys.argv, 'Not forking'
    current = process.current_process()
    with open(pipe_handle, 'rb') as from_parent:
        current._inheriting = True
        try:
            prepare(pickle.load(from_parent))
            child = pickle.load(from_parent)
        finally:
            del current._inheriting
    sys.exit(child._bootstrap())
