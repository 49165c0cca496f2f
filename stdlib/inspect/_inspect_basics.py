"""Module inspect's questions: kinds of objects, members, sources, frames, states of generators."""

import sys
import types
from collections import namedtuple

__name__ = 'inspect'  # what is made here belongs to the module users see

CO_OPTIMIZED = 1
CO_NEWLOCALS = 2
CO_VARARGS = 4
CO_VARKEYWORDS = 8
CO_NESTED = 16
CO_GENERATOR = 32
CO_NOFREE = 64
CO_COROUTINE = 128
CO_ITERABLE_COROUTINE = 256
CO_ASYNC_GENERATOR = 512
TPFLAGS_IS_ABSTRACT = 1 << 20


# --- What something is

def ismodule(object):
    """Whether it is a module."""
    return isinstance(object, types.ModuleType)


def isclass(object):
    """Whether it is a class."""
    return isinstance(object, type)


def ismethod(object):
    """Whether it is a bound method written in Python."""
    return isinstance(object, types.MethodType)


def ismethoddescriptor(object):
    """Whether it is a method of a built-in class, unbound, or alike: __get__ but no __set__."""
    if isclass(object) or ismethod(object) or isfunction(object):
        return False
    cls = type(object)
    return hasattr(cls, '__get__') and not hasattr(cls, '__set__')


def isdatadescriptor(object):
    """Whether it has __set__ or __delete__."""
    if isclass(object) or ismethod(object) or isfunction(object):
        return False
    cls = type(object)
    return hasattr(cls, '__set__') or hasattr(cls, '__delete__')


def ismemberdescriptor(object):
    """Whether it is a member, such as made by __slots__."""
    return isinstance(object, types.MemberDescriptorType)


def isgetsetdescriptor(object):
    """Whether it is a computed attribute of a built-in class."""
    return isinstance(object, types.GetSetDescriptorType)


def isfunction(object):
    """Whether it is a function written in Python."""
    return isinstance(object, types.FunctionType)


def _unwrap_partial(function):
    from functools import partial
    while isinstance(function, partial):
        function = function.func
    return function


def _has_code_flag(function, flag):
    function = _unwrap_partial(function)
    while ismethod(function):
        function = _unwrap_partial(function.__func__)
    return isfunction(function) and bool(function.__code__.co_flags & flag)


def isgeneratorfunction(obj):
    """Whether calling it gives a generator."""
    return _has_code_flag(obj, CO_GENERATOR)


def iscoroutinefunction(obj):
    """Whether calling it gives a coroutine."""
    return _has_code_flag(obj, CO_COROUTINE)


def isasyncgenfunction(obj):
    """Whether calling it gives an async generator."""
    return _has_code_flag(obj, CO_ASYNC_GENERATOR)


def isasyncgen(object):
    """Whether it is an async generator."""
    return isinstance(object, types.AsyncGeneratorType)


def isgenerator(object):
    """Whether it is a generator."""
    return isinstance(object, types.GeneratorType)


def iscoroutine(object):
    """Whether it is a coroutine."""
    return isinstance(object, types.CoroutineType)


def isawaitable(object):
    """Whether it can be awaited."""
    if isinstance(object, types.CoroutineType):
        return True
    if isinstance(object, types.GeneratorType):
        return bool(object.gi_code.co_flags & CO_ITERABLE_COROUTINE)
    return hasattr(type(object), '__await__')


def istraceback(object):
    """Whether it is a traceback."""
    return isinstance(object, types.TracebackType)


def isframe(object):
    """Whether it is a frame."""
    return isinstance(object, types.FrameType)


def iscode(object):
    """Whether it is a code object."""
    return isinstance(object, types.CodeType)


def isbuiltin(object):
    """Whether it is a built-in function or a bound method of a built-in class."""
    return isinstance(object, types.BuiltinFunctionType)


def ismethodwrapper(object):
    """Whether it is a bound special method of a built-in class."""
    return isinstance(object, types.MethodWrapperType)


def isroutine(object):
    """Whether it is any sort of function or method."""
    return (isbuiltin(object) or isfunction(object) or ismethod(object) or
            ismethoddescriptor(object) or ismethodwrapper(object))


def isabstract(object):
    """Whether it is a class with abstract methods."""
    return isinstance(object, type) and bool(getattr(object, '__abstractmethods__', None))


# --- Members

def _members(object, predicate, get):
    mro = (object, *getmro(object)) if isclass(object) else ()
    names = dir(object)
    try:
        for base in object.__bases__:
            for name, value in base.__dict__.items():
                if isinstance(value, types.DynamicClassAttribute):
                    names.append(name)
    except AttributeError:
        pass
    results = []
    seen = set()
    for name in names:
        try:
            value = get(object, name)
            if name in seen:
                raise AttributeError
        except AttributeError:
            for base in mro:
                if name in base.__dict__:
                    value = base.__dict__[name]
                    break
            else:
                continue
        if not predicate or predicate(value):
            results.append((name, value))
        seen.add(name)
    results.sort(key=lambda pair: pair[0])
    return results


def getmembers(object, predicate=None):
    """The (name, value) pairs of the attributes, sorted by name."""
    return _members(object, predicate, getattr)


def getmembers_static(object, predicate=None):
    """The same without running code of the object."""
    return _members(object, predicate, getattr_static)


Attribute = namedtuple('Attribute', 'name kind defining_class object')


def classify_class_attrs(cls):
    """What the attributes of a class are and where they come from."""
    mro = getmro(cls)
    metamro = tuple(base for base in getmro(type(cls)) if base not in (type, object))
    bases = mro + metamro
    result = []
    for name in sorted(set(dir(cls))):
        home = None
        value = None
        for base in bases:
            if name in base.__dict__:
                home = base
                value = base.__dict__[name]
                break
        if home is None:
            try:
                value = getattr(cls, name)
            except Exception:
                continue
            home = getattr(value, '__objclass__', None)
            if home is None:
                continue
        if isinstance(value, (staticmethod, types.BuiltinMethodType)):
            kind = 'static method'
        elif isinstance(value, (classmethod, types.ClassMethodDescriptorType)):
            kind = 'class method'
        elif isinstance(value, property):
            kind = 'property'
        elif isroutine(value):
            kind = 'method'
        else:
            kind = 'data'
        result.append(Attribute(name, kind, home, value))
    return result


def getmro(cls):
    """The classes a class derives from, itself first."""
    return cls.__mro__


def unwrap(func, *, stop=None):
    """The function behind decorators, by way of __wrapped__."""
    first = func
    seen = {id(func): func}
    limit = sys.getrecursionlimit()
    while not isinstance(func, type) and hasattr(func, '__wrapped__'):
        if stop is not None and stop(func):
            break
        func = func.__wrapped__
        if id(func) in seen or len(seen) >= limit:
            raise ValueError(f'wrapper loop when unwrapping {first!r}')
        seen[id(func)] = func
    return func


_missing = object()


def getattr_static(obj, attr, default=_missing):
    """An attribute as it lies in the object or its classes: no code is run to compute it."""
    found = _missing
    if isinstance(obj, type):
        for base in obj.__mro__:
            if attr in base.__dict__:
                return base.__dict__[attr]
        for base in type(obj).__mro__:
            if attr in base.__dict__:
                return base.__dict__[attr]
    else:
        for base in type(obj).__mro__:
            if attr in base.__dict__:
                found = base.__dict__[attr]
                break
        try:
            own = object.__getattribute__(obj, '__dict__')
        except AttributeError:
            own = {}
        if isinstance(own, dict) and attr in own:
            is_data = found is not _missing and hasattr(type(found), '__get__') and (
                hasattr(type(found), '__set__') or hasattr(type(found), '__delete__'))
            if not is_data:
                return dict.__getitem__(own, attr)
        if found is not _missing:
            return found
    if default is not _missing:
        return default
    raise AttributeError(attr)


# --- Documentation and source

def cleandoc(doc):
    """A docstring without the indentation it has in the source."""
    lines = doc.expandtabs().split('\n')
    margin = min((len(line) - len(line.lstrip()) for line in lines[1:] if line.strip()),
                 default=None)
    lines[0] = lines[0].lstrip()
    if margin is not None:
        lines[1:] = [line[margin:] for line in lines[1:]]
    while lines and not lines[-1]:
        lines.pop()
    while lines and not lines[0]:
        lines.pop(0)
    return '\n'.join(lines)


def _inherited_doc(obj):
    # The docstring of what a method overrides.
    if isclass(obj):
        for base in obj.__mro__:
            if base is not object and base.__doc__ is not None:
                return base.__doc__
        return None
    if ismethod(obj):
        name = obj.__func__.__name__
        owner = obj.__self__ if isclass(obj.__self__) else obj.__self__.__class__
    elif isfunction(obj):
        name = obj.__name__
        owner = sys.modules.get(obj.__module__)
        for part in obj.__qualname__.split('.')[:-1]:
            owner = getattr(owner, part, None)
        if not isclass(owner):
            return None
    elif isinstance(obj, property):
        name = obj.fget.__name__
        owner = sys.modules.get(obj.fget.__module__)
        for part in obj.fget.__qualname__.split('.')[:-1]:
            owner = getattr(owner, part, None)
        if not isclass(owner):
            return None
    else:
        return None
    for base in owner.__mro__:
        doc = getattr(base.__dict__.get(name), '__doc__', None)
        if doc is not None:
            return doc
    return None


def getdoc(object):
    """The docstring, inherited ones included, without indentation."""
    try:
        doc = object.__doc__
    except AttributeError:
        return None
    if doc is None:
        try:
            doc = _inherited_doc(object)
        except (AttributeError, TypeError):
            return None
    return cleandoc(doc) if isinstance(doc, str) else None


def getmodulename(path):
    """The name of the module in a file; None if it is no Python source."""
    name = path.rpartition('/')[2]
    for suffix in ('.py', '.pyc'):
        if name.endswith(suffix) and name != suffix:
            return name[:-len(suffix)]
    return None


def getfile(object):
    """The file something was defined in."""
    if ismodule(object):
        if getattr(object, '__file__', None):
            return object.__file__
        raise TypeError(f'{object!r} is a built-in module')
    if isclass(object):
        module = sys.modules.get(object.__module__)
        if module is not None and getattr(module, '__file__', None):
            return module.__file__
        if object.__module__ == '__main__':
            raise OSError('source code not available')
        raise TypeError(f'{object!r} is a built-in class')
    if ismethod(object):
        object = object.__func__
    if isfunction(object):
        object = object.__code__
    if istraceback(object):
        object = object.tb_frame
    if isframe(object):
        object = object.f_code
    if iscode(object):
        return object.co_filename
    raise TypeError('module, class, method, function, traceback, frame, or code object was '
                    f'expected, got {type(object).__name__}')


def getsourcefile(object):
    """The source file something was defined in, None if there is none."""
    name = getfile(object)
    return name if name.endswith('.py') else None


def getabsfile(object, _filename=None):
    """The whole path of the source file."""
    import os
    return os.path.normcase(os.path.abspath(_filename or getsourcefile(object) or getfile(object)))


def getmodule(object, _filename=None):
    """The module something was defined in."""
    if ismodule(object):
        return object
    name = getattr(object, '__module__', None)
    if name is not None:
        return sys.modules.get(name)
    try:
        file = getfile(object)
    except (TypeError, OSError):
        return None
    for module in list(sys.modules.values()):
        if ismodule(module) and getattr(module, '__file__', None) == file:
            return module
    main = sys.modules['__main__']
    if getattr(main, getattr(object, '__name__', ''), None) is object:
        return main
    return None


def findsource(object):
    """The lines of the whole source file and the index of the first line of something."""
    file = getfile(object)
    try:
        with open(file, encoding='utf-8') as stream:
            lines = stream.read().splitlines(keepends=True)
    except (OSError, UnicodeDecodeError):
        raise OSError('source code not available') from None
    if not lines:
        raise OSError('could not get source code')
    if ismodule(object):
        return lines, 0
    if isclass(object):
        return lines, _find_class(object, lines)
    if ismethod(object):
        object = object.__func__
    if isfunction(object):
        object = object.__code__
    if istraceback(object):
        object = object.tb_frame
    if isframe(object):
        object = object.f_code
    index = object.co_firstlineno - 1
    if index >= len(lines):
        raise OSError('lineno is out of bounds')
    return lines, index


def _find_class(cls, lines):
    # The statement whose nesting in classes and functions has the qualified name.
    path = [part for part in cls.__qualname__.split('.') if part != '<locals>']
    open_blocks = []
    for index, line in enumerate(lines):
        text = line.lstrip()
        if not text or text[0] == '#':
            continue
        indent = len(line) - len(text)
        for word in ('class ', 'def ', 'async def '):
            if text.startswith(word):
                while open_blocks and open_blocks[-1][0] >= indent:
                    open_blocks.pop()
                name = text[len(word):].lstrip()
                end = 0
                while end < len(name) and (name[end].isalnum() or name[end] == '_'):
                    end += 1
                open_blocks.append((indent, name[:end]))
                if word == 'class ' and [each[1] for each in open_blocks] == path:
                    while index > 0 and lines[index - 1].lstrip()[:1] == '@':
                        index -= 1
                    return index
                break
    raise OSError('could not find class definition')


class EndOfBlock(Exception):
    pass


def getblock(lines):
    """The lines of the block that the first line begins."""
    first = lines[0]
    indent = len(first) - len(first.lstrip())
    depth = 0
    count = 0
    seen_header = is_block = False
    closing = None
    for count, line in enumerate(lines):
        text = line.strip()
        if closing is None and depth == 0 and seen_header and text and text[0] != '#':
            if not is_block or len(line) - len(line.lstrip()) <= indent:
                break
        position = 0
        while position < len(text):
            if closing is not None:
                if text.startswith('\\', position):
                    position += 2
                    continue
                if text.startswith(closing, position):
                    position += len(closing)
                    closing = None
                    continue
                position += 1
                continue
            character = text[position]
            if character in '\'"':
                closing = text[position:position + 3]
                if closing != character * 3:
                    closing = character
                position += len(closing)
                continue
            if character == '#':
                break
            depth += (character in '([{') - (character in ')]}')
            position += 1
        if closing is not None and len(closing) == 1:
            closing = None
        if not seen_header and depth == 0 and closing is None and text[:1] != '@':
            seen_header = True
            is_block = text.partition('#')[0].rstrip()[-1:] == ':'
    else:
        count += 1
    block = lines[:count]
    while block and (not block[-1].strip() or block[-1].lstrip()[:1] == '#' and
                     len(block[-1]) - len(block[-1].lstrip()) <= indent):
        block.pop()
    return block


def getsourcelines(object):
    """The source lines of something and the number of the first."""
    object = unwrap(object)
    lines, index = findsource(object)
    if istraceback(object):
        object = object.tb_frame
    if ismodule(object) or isframe(object) and object.f_code.co_name == '<module>':
        return lines, 0
    return getblock(lines[index:]), index + 1


def getsource(object):
    """The source text of something."""
    lines, _ = getsourcelines(object)
    return ''.join(lines)


def getcomments(object):
    """The comment lines in front of something."""
    try:
        lines, index = findsource(object)
    except (OSError, TypeError):
        return None
    comments = []
    while index > 0 and lines[index - 1].lstrip()[:1] == '#':
        index -= 1
        comments.insert(0, lines[index].strip() + '\n')
    return ''.join(comments) or None


def indentsize(line):
    """How far a line is indented."""
    expanded = line.expandtabs()
    return len(expanded) - len(expanded.lstrip())


def getclasstree(classes, unique=False):
    """The classes as nested lists by their bases."""
    children = {}
    roots = []
    for cls in classes:
        if cls.__bases__:
            for base in cls.__bases__:
                known = children.setdefault(base, [])
                if cls not in known:
                    known.append(cls)
                if unique and base in classes:
                    break
        elif cls not in roots:
            roots.append(cls)
    for base in children:
        if base not in classes:
            roots.append(base)
    return _walk_classes(roots, children, None)


def _walk_classes(classes, children, parent):
    results = []
    for cls in sorted(classes, key=lambda cls: (cls.__module__, cls.__name__)):
        results.append((cls, cls.__bases__))
        if cls in children:
            results.append(_walk_classes(children[cls], children, cls))
    return results


# --- Frames

def currentframe():
    """The frame of the caller."""
    return sys._getframe(1)


class Traceback(namedtuple('_Traceback', 'filename lineno function code_context index')):
    """What is told of a frame."""

    def __new__(cls, filename, lineno, function, code_context, index, *, positions=None):
        self = super().__new__(cls, filename, lineno, function, code_context, index)
        self.positions = positions
        return self

    def __repr__(self):
        return ('Traceback(filename={!r}, lineno={!r}, function={!r}, code_context={!r}, '
                'index={!r}, positions={!r})'.format(*self, self.positions))


class FrameInfo(namedtuple('_FrameInfo', ('frame',) + Traceback._fields)):
    """A frame and what is told of it."""

    def __new__(cls, frame, filename, lineno, function, code_context, index, *, positions=None):
        self = super().__new__(cls, frame, filename, lineno, function, code_context, index)
        self.positions = positions
        return self

    def __repr__(self):
        return ('FrameInfo(frame={!r}, filename={!r}, lineno={!r}, function={!r}, '
                'code_context={!r}, index={!r}, positions={!r})'.format(*self, self.positions))


def getframeinfo(frame, context=1):
    """File, line and function of a frame or traceback, with some lines of source."""
    lineno = frame.tb_lineno if istraceback(frame) else frame.f_lineno
    if istraceback(frame):
        frame = frame.tb_frame
    if not isframe(frame):
        raise TypeError(f'{frame!r} is not a frame or traceback object')
    lines = index = None
    if context > 0:
        try:
            lines, _ = findsource(frame)
        except OSError:
            pass
        else:
            start = max(0, min(lineno - 1 - context // 2, len(lines) - context))
            lines = lines[start:start + context]
            index = lineno - 1 - start
    return Traceback(getsourcefile(frame) or getfile(frame), lineno, frame.f_code.co_name, lines,
                     index)


def getlineno(frame):
    """The line a frame is at."""
    return frame.f_lineno


def getouterframes(frame, context=1):
    """The frame and those that called it."""
    result = []
    while frame:
        info = getframeinfo(frame, context)
        result.append(FrameInfo(frame, *info, positions=info.positions))
        frame = frame.f_back
    return result


def getinnerframes(tb, context=1):
    """The frames of a traceback."""
    result = []
    while tb:
        info = getframeinfo(tb, context)
        result.append(FrameInfo(tb.tb_frame, *info, positions=info.positions))
        tb = tb.tb_next
    return result


def stack(context=1):
    """The frame of the caller and those that called it."""
    return getouterframes(sys._getframe(1), context)


def trace(context=1):
    """The frames between here and where the exception being handled was raised."""
    return getinnerframes(sys.exc_info()[2], context)


# --- Generators and coroutines

GEN_CREATED = 'GEN_CREATED'
GEN_RUNNING = 'GEN_RUNNING'
GEN_SUSPENDED = 'GEN_SUSPENDED'
GEN_CLOSED = 'GEN_CLOSED'
CORO_CREATED = 'CORO_CREATED'
CORO_RUNNING = 'CORO_RUNNING'
CORO_SUSPENDED = 'CORO_SUSPENDED'
CORO_CLOSED = 'CORO_CLOSED'


def getgeneratorstate(generator):
    """What a generator is doing."""
    if generator.gi_running:
        return GEN_RUNNING
    if generator.gi_suspended:
        return GEN_SUSPENDED
    return GEN_CLOSED if generator.gi_frame is None else GEN_CREATED


def getgeneratorlocals(generator):
    """The local variables of a generator."""
    if not isgenerator(generator):
        raise TypeError(f'{generator!r} is not a Python generator')
    frame = generator.gi_frame
    return {} if frame is None else frame.f_locals


def getcoroutinestate(coroutine):
    """What a coroutine is doing."""
    if coroutine.cr_running:
        return CORO_RUNNING
    if coroutine.cr_suspended:
        return CORO_SUSPENDED
    return CORO_CLOSED if coroutine.cr_frame is None else CORO_CREATED


def getcoroutinelocals(coroutine):
    """The local variables of a coroutine."""
    frame = getattr(coroutine, 'cr_frame', None)
    return {} if frame is None else frame.f_locals


ClosureVars = namedtuple('ClosureVars', 'nonlocals globals builtins unbound')


def getclosurevars(func):
    """What the free names of a function stand for."""
    if ismethod(func):
        func = func.__func__
    if not isfunction(func):
        raise TypeError(f'{func!r} is not a Python function')
    code = func.__code__
    nonlocals = {} if func.__closure__ is None else {
        name: cell.cell_contents for name, cell in zip(code.co_freevars, func.__closure__)}
    builtin_names = func.__globals__.get('__builtins__', __builtins__)
    if ismodule(builtin_names):
        builtin_names = builtin_names.__dict__
    found_globals = {}
    found_builtins = {}
    unbound = set()
    for name in code.co_names:
        if name in ('None', 'True', 'False'):
            continue
        if name in func.__globals__:
            found_globals[name] = func.__globals__[name]
        elif name in builtin_names:
            found_builtins[name] = builtin_names[name]
        else:
            unbound.add(name)
    return ClosureVars(nonlocals, found_globals, found_builtins, unbound)
