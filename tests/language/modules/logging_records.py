# Module logging: levels, loggers, handlers, formatters, filters, exceptions
import io
import logging
import os
import sys

stream = io.StringIO()
handler = logging.StreamHandler(stream)
handler.setFormatter(logging.Formatter('%(levelname)s:%(name)s:%(funcName)s:%(lineno)d:%(message)s'))
root = logging.getLogger()
root.addHandler(handler)
root.setLevel(logging.INFO)
log = logging.getLogger('a.b.c')


def work():
    log.debug('hidden')
    log.info('one %s', 1)
    log.warning('map %(x)d', {'x': 5})
    log.error('two')
    log.critical('three %s %r', 'a', 'b')
    log.log(25, 'level')
    try:
        1 / 0
    except ZeroDivisionError:
        log.exception('failed')
        log.error('again', exc_info=True)
    log.info('stack', stack_info=True)


work()
print(stream.getvalue())
print(log, root, log.parent, log.getEffectiveLevel(), log.isEnabledFor(10), logging.getLogger('a.b').getChild('c') is log, handler.level)
middle = logging.getLogger('a')
print(log.parent is middle, log.name, logging.getLevelName(30), logging.getLevelName('INFO'), logging.getLevelName(31))
logging.addLevelName(31, 'NEW')
print(logging.getLevelName(31), logging.getLevelName('NEW'))


class Odd(logging.Filter):
    def filter(self, record):
        return record.args[0] % 2


second = io.StringIO()
quiet = logging.StreamHandler(second)
quiet.addFilter(Odd())
quiet.addFilter(lambda record: record.args[0] != 3)
quiet.setFormatter(logging.Formatter('{levelname:>8}|{message}', style='{'))
other = logging.getLogger('other')
other.propagate = False
other.addHandler(quiet)
for number in range(6):
    other.warning('n%d', number)
print(second.getvalue(), end='')
print(other.hasHandlers(), other.handlers == [quiet])
adapter = logging.LoggerAdapter(other, {'who': 'me'})
quiet.filters.clear()
quiet.setFormatter(logging.Formatter('$who $message', style='$'))
adapter.warning('hello')
print(second.getvalue().splitlines()[-1], adapter)
quiet.setFormatter(None)
path = '/tmp/weft_log_%d' % os.getpid()
file_handler = logging.FileHandler(path, mode='w')
other.addHandler(file_handler)
other.error('to the file')
file_handler.close()
with open(path) as file:
    print(file.read(), end='')
os.remove(path)
other.removeHandler(file_handler)
other.addHandler(logging.NullHandler())


def attempt(function, *arguments, **keywords):
    try:
        print(function(*arguments, **keywords))
    except Exception as error:
        print(type(error).__name__, error)


attempt(log.setLevel, 'NOPE')
attempt(log.setLevel, 1.5)
attempt(logging.getLogger, 3)
attempt(logging.Formatter, '%(nope', style='%')
attempt(logging.Formatter, 'x', style='!')
attempt(logging.basicConfig, force=True, nope=3)
attempt(log.info, 'x', extra={'message': 1})
attempt(logging.Handler().emit, None)
root.handlers.clear()
third = io.StringIO()
logging.basicConfig(stream=third, level=logging.DEBUG, format='%(message)s|%(levelname)s')
logging.debug('d')
logging.info('i')
logging.warning('w')
logging.error('e')
logging.critical('c')
logging.disable(logging.ERROR)
logging.error('gone')
logging.critical('here')
logging.disable(logging.NOTSET)
print(third.getvalue())
record = logging.makeLogRecord({'msg': 'm %s', 'args': ('x',), 'levelname': 'L', 'name': 'n'})
print(record.getMessage(), logging.Formatter().format(record), logging.BASIC_FORMAT % {**record.__dict__, 'message': 'q'})
record = logging.LogRecord('n', 20, 'p/file.py', 7, 'text', None, None)
record.created, record.msecs = 0.0, 5.0
formatter = logging.Formatter('%(asctime)s %(module)s %(filename)s', '%Y')
formatter.converter = __import__('time').gmtime
print(formatter.format(record), formatter.usesTime(), record)
formatter = logging.Formatter('%(asctime)s')
formatter.converter = __import__('time').gmtime
print(formatter.format(record))
root.handlers.clear()
sys.stderr = sys.stdout
logging.raiseExceptions = False
logging.getLogger('last').warning('last resort')
