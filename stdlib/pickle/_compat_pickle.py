"""What Python 2 called things, for pickles of the protocols that it reads."""

IMPORT_MAPPING = {
    '__builtin__': 'builtins',
    'copy_reg': 'copyreg',
    'Queue': 'queue',
    'SocketServer': 'socketserver',
    'ConfigParser': 'configparser',
    'repr': 'reprlib',
    'thread': '_thread',
    'dummy_thread': '_dummy_thread',
    'cPickle': 'pickle',
    'StringIO': 'io',
    'cStringIO': 'io',
    'UserDict': 'collections',
    'UserList': 'collections',
    'UserString': 'collections',
    'urlparse': 'urllib.parse',
    'HTMLParser': 'html.parser',
    'httplib': 'http.client',
    'Cookie': 'http.cookies',
    'cookielib': 'http.cookiejar',
    'BaseHTTPServer': 'http.server',
    'xmlrpclib': 'xmlrpc.client',
    'commands': 'subprocess',
    'whichdb': 'dbm',
}

NAME_MAPPING = {
    ('__builtin__', 'xrange'): ('builtins', 'range'),
    ('__builtin__', 'reduce'): ('functools', 'reduce'),
    ('__builtin__', 'intern'): ('sys', 'intern'),
    ('__builtin__', 'unichr'): ('builtins', 'chr'),
    ('__builtin__', 'unicode'): ('builtins', 'str'),
    ('__builtin__', 'long'): ('builtins', 'int'),
    ('itertools', 'izip'): ('builtins', 'zip'),
    ('itertools', 'imap'): ('builtins', 'map'),
    ('itertools', 'ifilter'): ('builtins', 'filter'),
    ('exceptions', 'StandardError'): ('builtins', 'Exception'),
}
# The exceptions of Python 2 lay in a module of their own.
_exceptions = [name for name, value in vars(__import__('builtins')).items()
               if isinstance(value, type) and issubclass(value, BaseException)]
_later = {'BlockingIOError', 'BrokenPipeError', 'ChildProcessError', 'ConnectionAbortedError',
          'ConnectionError', 'ConnectionRefusedError', 'ConnectionResetError', 'FileExistsError',
          'FileNotFoundError', 'InterruptedError', 'IsADirectoryError', 'NotADirectoryError',
          'PermissionError', 'ProcessLookupError', 'TimeoutError', 'RecursionError',
          'StopAsyncIteration', 'ModuleNotFoundError', 'EncodingWarning', 'ResourceWarning',
          'BaseExceptionGroup', 'ExceptionGroup', 'DeadlockError'}
for _name in _exceptions:
    if _name not in _later:
        NAME_MAPPING['exceptions', _name] = ('builtins', _name)

REVERSE_IMPORT_MAPPING = {
    'builtins': '__builtin__',
    'copyreg': 'copy_reg',
    'queue': 'Queue',
    'socketserver': 'SocketServer',
    'configparser': 'ConfigParser',
    'reprlib': 'repr',
    '_thread': 'thread',
    'html.parser': 'HTMLParser',
    'http.client': 'httplib',
    'http.cookies': 'Cookie',
    'http.cookiejar': 'cookielib',
    'http.server': 'BaseHTTPServer',
    'urllib.parse': 'urlparse',
    'xmlrpc.client': 'xmlrpclib',
}

REVERSE_NAME_MAPPING = {
    ('builtins', 'range'): ('__builtin__', 'xrange'),
    ('functools', 'reduce'): ('__builtin__', 'reduce'),
    ('sys', 'intern'): ('__builtin__', 'intern'),
    ('builtins', 'chr'): ('__builtin__', 'unichr'),
    ('builtins', 'str'): ('__builtin__', 'unicode'),
    ('builtins', 'int'): ('__builtin__', 'long'),
    ('builtins', 'zip'): ('itertools', 'izip'),
    ('builtins', 'map'): ('itertools', 'imap'),
    ('builtins', 'filter'): ('itertools', 'ifilter'),
}
for _name in _exceptions:
    if _name in _later:
        _old = 'OSError' if issubclass(getattr(__import__('builtins'), _name), OSError) else None
        if _old is not None:
            REVERSE_NAME_MAPPING['builtins', _name] = ('exceptions', _old)
    else:
        REVERSE_NAME_MAPPING['builtins', _name] = ('exceptions', _name)
del _name, _old, _exceptions, _later
