"""Warnings: messages to the programmer that filters show, count, hide or make errors of."""

import sys

__all__ = ['warn', 'warn_explicit', 'showwarning', 'formatwarning', 'filterwarnings',
           'simplefilter', 'resetwarnings', 'catch_warnings']

_ACTIONS = ('error', 'ignore', 'always', 'default', 'module', 'once')

# (action, pattern of the message, category, pattern of the module, line), the first that fits
# counts. A pattern is None (everything), or has a match() method.
filters = []
_defaultaction = 'default'
onceregistry = {}
_filters_version = 1


class _ExactName:
    """The pattern of one text."""

    def __init__(self, text):
        self.pattern = text

    def match(self, text):
        return text == self.pattern


class WarningMessage:
    """A warning with where it comes from."""

    _WARNING_DETAILS = ('message', 'category', 'filename', 'lineno', 'file', 'line', 'source')

    def __init__(self, message, category, filename, lineno, file=None, line=None, source=None):
        self.message = message
        self.category = category
        self.filename = filename
        self.lineno = lineno
        self.file = file
        self.line = line
        self.source = source
        self._category_name = category.__name__ if category else None

    def __str__(self):
        return ('{message : %r, category : %r, filename : %r, lineno : %s, line : %r}' %
                (self.message, self._category_name, self.filename, self.lineno, self.line))


def formatwarning(message, category, filename, lineno, line=None):
    """The text of a warning."""
    return _text_of(WarningMessage(message, category, filename, lineno, None, line))


def showwarning(message, category, filename, lineno, file=None, line=None):
    """Writes a warning to a file, sys.stderr if None."""
    _write(WarningMessage(message, category, filename, lineno, file, line))


_original_formatwarning = formatwarning
_original_showwarning = showwarning


def _text_of(message):
    text = f'{message.filename}:{message.lineno}: {message.category.__name__}: {message.message}\n'
    line = message.line
    if line is None:
        try:
            import linecache
            line = linecache.getline(message.filename, message.lineno)
        except Exception:
            line = None
    if line:
        text += f'  {line.strip()}\n'
    return text


def _write(message):
    file = message.file
    if file is None:
        file = sys.stderr
        if file is None:
            return
    if formatwarning is not _original_formatwarning:
        text = formatwarning(message.message, message.category, message.filename, message.lineno,
                             message.line)
    else:
        text = _text_of(message)
    try:
        file.write(text)
    except OSError:
        pass


def _show(message):
    """Shows a warning by whatever showwarning is now."""
    if showwarning is not _original_showwarning:
        if not callable(showwarning):
            raise TypeError('warnings.showwarning() must be set to a function or method')
        showwarning(message.message, message.category, message.filename, message.lineno,
                    message.file, message.line)
    else:
        _write(message)


# --- Filters


def _filters_mutated():
    global _filters_version
    _filters_version += 1


def _add_filter(*item, append):
    if append:
        if item not in filters:
            filters.append(item)
    else:
        try:
            filters.remove(item)
        except ValueError:
            pass
        filters.insert(0, item)
    _filters_mutated()


def _check_filter(action, category, lineno):
    assert action in _ACTIONS, 'invalid action: %r' % (action,)
    assert isinstance(category, type), 'category must be a class'
    assert issubclass(category, Warning), 'category must be a Warning subclass'
    assert isinstance(lineno, int) and lineno >= 0, 'lineno must be an int >= 0'


def filterwarnings(action, message='', category=Warning, module='', lineno=0, append=False):
    """Adds a filter; message and module are regular expressions that must match the beginning."""
    assert isinstance(message, str), 'message must be a string'
    assert isinstance(module, str), 'module must be a string'
    _check_filter(action, category, lineno)
    message_pattern = module_pattern = None
    if message or module:
        import re
        if message:
            message_pattern = re.compile(message, re.I)
        if module:
            module_pattern = re.compile(module)
    _add_filter(action, message_pattern, category, module_pattern, lineno, append=append)


def simplefilter(action, category=Warning, lineno=0, append=False):
    """Adds a filter for all messages of a category."""
    assert action in _ACTIONS, 'invalid action: %r' % (action,)
    assert isinstance(lineno, int) and lineno >= 0, 'lineno must be an int >= 0'
    _add_filter(action, None, category, None, lineno, append=append)


def resetwarnings():
    """Removes all filters."""
    filters[:] = []
    _filters_mutated()


class _OptionError(Exception):
    pass


def _getaction(action):
    if not action:
        return 'default'
    if action == 'all':
        return 'always'
    for known in _ACTIONS:
        if known.startswith(action):
            return known
    raise _OptionError('invalid action: %r' % (action,))


def _getcategory(category):
    if not category:
        return Warning
    module, _, name = category.rpartition('.')
    try:
        found = getattr(__import__(module or 'builtins', None, None, [name]), name)
    except ImportError:
        raise _OptionError('invalid module name: %r' % (module,)) from None
    except AttributeError:
        raise _OptionError('unknown warning category: %r' % (category,)) from None
    if not issubclass(found, Warning):
        raise _OptionError('invalid warning category: %r' % (category,))
    return found


def _set_option(option):
    """Adds the filter of a -W option: action:message:category:module:line."""
    parts = option.split(':')
    if len(parts) > 5:
        raise _OptionError('too many fields (max 5): %r' % (option,))
    action, message, category, module, line = (part.strip() for part in
                                               parts + [''] * (5 - len(parts)))
    try:
        number = int(line or 0)
        if number < 0:
            raise ValueError
    except (ValueError, OverflowError):
        raise _OptionError('invalid lineno %r' % (line,)) from None
    message_pattern = None
    if message:
        import re
        message_pattern = re.compile(re.escape(message), re.I)
    _add_filter(_getaction(action), message_pattern, _getcategory(category),
                _ExactName(module) if module else None, number, append=False)


def _processoptions(options):
    for option in options:
        try:
            _set_option(option)
        except _OptionError as error:
            print('Invalid -W option ignored:', error, file=sys.stderr)


# --- Warning


def _is_import_machinery(frame):
    filename = frame.f_code.co_filename
    return 'importlib' in filename and '_bootstrap' in filename


def warn(message, category=None, stacklevel=1, source=None):
    """Warns; stacklevel says which caller is to blame (1: who calls warn)."""
    if isinstance(message, Warning):
        category = message.__class__
    if category is None:
        category = UserWarning
    if not (isinstance(category, type) and issubclass(category, Warning)):
        raise TypeError("category must be a Warning subclass, not '{:s}'".format(
            type(category).__name__))
    try:
        if stacklevel <= 1 or _is_import_machinery(sys._getframe(1)):
            frame = sys._getframe(stacklevel)
        else:
            frame = sys._getframe(1)
            for _ in range(stacklevel - 1):
                frame = frame.f_back
                while frame is not None and _is_import_machinery(frame):
                    frame = frame.f_back
                if frame is None:
                    raise ValueError
    except ValueError:
        names = sys.__dict__
        filename = 'sys'
        lineno = 1
    else:
        names = frame.f_globals
        filename = frame.f_code.co_filename
        lineno = frame.f_lineno
    module = names.get('__name__', '<string>')
    registry = names.setdefault('__warningregistry__', {})
    warn_explicit(message, category, filename, lineno, module, registry, names, source)


def warn_explicit(message, category, filename, lineno, module=None, registry=None,
                  module_globals=None, source=None):
    """Warns of a given place."""
    lineno = int(lineno)
    if module is None:
        module = filename or '<unknown>'
        if module[-3:].lower() == '.py':
            module = module[:-3]
    if registry is None:
        registry = {}
    if registry.get('version', 0) != _filters_version:
        registry.clear()
        registry['version'] = _filters_version
    if isinstance(message, Warning):
        text = str(message)
        category = message.__class__
    else:
        text = message
        message = category(message)
    key = (text, category, lineno)
    if registry.get(key):
        return
    for action, message_pattern, kind, module_pattern, line in filters:
        if ((message_pattern is None or message_pattern.match(text)) and
                issubclass(category, kind) and
                (module_pattern is None or module_pattern.match(module)) and
                line in (0, lineno)):
            break
    else:
        action = _defaultaction
    if action == 'ignore':
        return
    if action == 'error':
        raise message
    if action == 'once':
        registry[key] = 1
        if onceregistry.get((text, category)):
            return
        onceregistry[text, category] = 1
    elif action == 'module':
        registry[key] = 1
        if registry.get((text, category, 0)):
            return
        registry[text, category, 0] = 1
    elif action == 'default':
        registry[key] = 1
    elif action != 'always':
        raise RuntimeError('Unrecognized action (%r) in warnings.filters:\n %s' %
                           (action, (action, message_pattern, kind, module_pattern, line)))
    if module_globals:
        import linecache
        linecache.getlines(filename, module_globals)
    _show(WarningMessage(message, category, filename, lineno, source=source))


_unawaited_registries = {}


def _warn_unawaited_coroutine(coroutine, filename, lineno):
    """Warns that nobody has awaited a coroutine that was made at a place, None if unknown."""
    text = f"coroutine '{coroutine.__qualname__}' was never awaited"
    origin = coroutine.cr_origin
    if origin:
        import traceback
        filename, lineno, _ = origin[0]
        calls = [(*call, None) for call in reversed(origin)]
        text += '\nCoroutine created at (most recent call last)\n'
        text += ''.join(traceback.format_list(calls))[:-1]
    if filename is None:
        filename, lineno = 'sys', 1
    # What has been shown is noted for each file, as it would be in the module of the place.
    registry = _unawaited_registries.setdefault(filename, {})
    warn_explicit(text, RuntimeWarning, filename, lineno, registry=registry, source=coroutine)


class catch_warnings:
    """Undoes changes of the filters at the end of a with block.

    With record the warnings go into a list, which the block gets.
    """

    def __init__(self, *, record=False, module=None, action=None, category=Warning, lineno=0,
                 append=False):
        self._record = record
        self._module = sys.modules['warnings'] if module is None else module
        self._entered = False
        self._filter = None if action is None else (action, category, lineno, append)

    def __repr__(self):
        arguments = []
        if self._record:
            arguments.append('record=True')
        if self._module is not sys.modules['warnings']:
            arguments.append('module=%r' % self._module)
        return '%s(%s)' % (type(self).__name__, ', '.join(arguments))

    def __enter__(self):
        if self._entered:
            raise RuntimeError('Cannot enter %r twice' % self)
        self._entered = True
        module = self._module
        self._saved = module.filters, module.showwarning, module._show
        module.filters = module.filters[:]
        module._filters_mutated()
        log = None
        if self._record:
            log = []
            module._show = log.append
            module.showwarning = module._original_showwarning
        if self._filter is not None:
            simplefilter(*self._filter)
        return log

    def __exit__(self, *exc_info):
        if not self._entered:
            raise RuntimeError('Cannot exit %r without entering first' % self)
        self._module.filters, self._module.showwarning, self._module._show = self._saved
        self._module._filters_mutated()


simplefilter('ignore', ResourceWarning, append=True)
for _each in (ImportWarning, PendingDeprecationWarning, DeprecationWarning):
    simplefilter('ignore', _each)
del _each
_add_filter('default', None, DeprecationWarning, _ExactName('__main__'), 0, append=False)
_processoptions(sys.warnoptions)
