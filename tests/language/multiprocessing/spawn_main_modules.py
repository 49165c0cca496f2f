# Which main module a spawned child has: a file, a module of a package, none; and what goes wrong
# when the file has no part for the program only.
# heavy
import os
import subprocess
import sys
import tempfile

FILES = {
    'unguarded.py': '''
import multiprocessing
def work():
    print('work')
print('imported as', __name__, flush=True)
multiprocessing.set_start_method('spawn', force=True)
process = multiprocessing.Process(target=work)
process.start()
process.join()
print(process.exitcode)
''',
    'failing.py': '''
import multiprocessing
def work():
    print('work')
if __name__ == '__main__':
    multiprocessing.set_start_method('spawn')
    process = multiprocessing.Process(target=work, args=('too', 'many'))
    process.start()
    process.join()
    print(process.exitcode)
    process = multiprocessing.Process(target=work)
    process._target = eval('lambda: 0')
    try:
        process.start()
    except Exception as error:
        print(type(error).__name__, process in multiprocessing.active_children())
''',
    'broken_import.py': '''
import multiprocessing
def work(text):
    print('work')
if __name__ == '__main__':
    context = multiprocessing.get_context('spawn')
    # More than the pipe takes: nobody may wait for who has ended.
    process = context.Process(target=work, args=('x' * 1000,))
    process.start()
    process.join()
    print(process.exitcode)
else:
    raise LookupError('an import that fails')
''',
    'package/__init__.py': '''
value = 'of the package'
''',
    'package/program.py': '''
import multiprocessing
from . import value
def work():
    print('work in', __name__, value)
if __name__ == '__main__':
    context = multiprocessing.get_context('spawn')
    process = context.Process(target=work)
    process.start()
    process.join()
    print(process.exitcode)
''',
    'package/__main__.py': '''
import multiprocessing
from package.work import work
print('main', __name__, flush=True)
context = multiprocessing.get_context('spawn')
process = context.Process(target=work)
process.start()
process.join()
print(process.exitcode)
''',
    'package/work.py': '''
import sys
def work():
    print('work of a module, main is', sys.modules['__main__'].__name__)
''',
    'logged.py': '''
import logging
import multiprocessing
def work():
    logger = multiprocessing.get_logger()
    logger.info('work')
    print(logger.getEffectiveLevel(), len(logger.handlers))
if __name__ == '__main__':
    multiprocessing.log_to_stderr(logging.INFO)
    process = multiprocessing.get_context('spawn').Process(target=work, name='worker')
    process.start()
    process.join()
''',
}

COMMANDS = (
    ['unguarded.py'],
    ['failing.py'],
    ['broken_import.py'],
    ['-m', 'package.program'],
    ['-m', 'package'],
    ['package'],
    ['logged.py'],
    ['-c', 'from multiprocessing import get_context; import package.work\n'
           'process = get_context("spawn").Process(target=package.work.work)\n'
           'process.start(); process.join(); print(process.exitcode)'],
)

LOOKED_FOR = ('bootstrapping phase', "if __name__ == '__main__':", 'TypeError: work() takes 0',
              'LookupError: an import that fails', '[INFO/worker] work', 'Traceback')

with tempfile.TemporaryDirectory() as folder:
    for name, text in FILES.items():
        os.makedirs(os.path.dirname(os.path.join(folder, name)), exist_ok=True)
        with open(os.path.join(folder, name), 'w') as file:
            file.write(text)
    for command in COMMANDS:
        done = subprocess.run([sys.executable, *command], cwd=folder, capture_output=True,
                              text=True,
                              env={**os.environ, 'PYTHONPATH': folder, 'WEFTPATH': folder})
        print(command[0], command[1:2] if command[0] == '-m' else '', done.returncode)
        print(done.stdout, end='')
        print([text for text in LOOKED_FOR if text in done.stderr])
