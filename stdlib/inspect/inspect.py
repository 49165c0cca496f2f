"""Looking into live objects: classes, functions, signatures, frames."""

import sys
import types
from collections import OrderedDict, namedtuple

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
            ismethoddescriptor(object))


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


# --- Arguments

Arguments = namedtuple('Arguments', 'args, varargs, varkw')
ArgInfo = namedtuple('ArgInfo', 'args varargs keywords locals')
FullArgSpec = namedtuple(
    'FullArgSpec', 'args, varargs, varkw, defaults, kwonlyargs, kwonlydefaults, annotations')


def getargs(co):
    """The parameter names of a code object."""
    if not iscode(co):
        raise TypeError(f'{co!r} is not a code object')
    names = co.co_varnames
    count = co.co_argcount + co.co_kwonlyargcount
    args = [*names[:count]]
    varargs = varkw = None
    if co.co_flags & CO_VARARGS:
        varargs = names[count]
        count += 1
    if co.co_flags & CO_VARKEYWORDS:
        varkw = names[count]
    return Arguments(args, varargs, varkw)


def getargvalues(frame):
    """The parameters of a frame and all its local variables."""
    args, varargs, varkw = getargs(frame.f_code)
    return ArgInfo(args, varargs, varkw, frame.f_locals)


def getfullargspec(func):
    """The parameters of a function, their defaults and annotations."""
    try:
        found = _signature_of(func, False, False)
    except Exception as error:
        raise TypeError('unsupported callable') from error
    args = []
    varargs = varkw = None
    positional_only = []
    kwonlyargs = []
    defaults = ()
    annotations = {}
    kwdefaults = {}
    if found.return_annotation is not found.empty:
        annotations['return'] = found.return_annotation
    for each in found.parameters.values():
        if each.kind is _POSITIONAL_ONLY:
            positional_only.append(each.name)
            if each.default is not each.empty:
                defaults += (each.default,)
        elif each.kind is _POSITIONAL_OR_KEYWORD:
            args.append(each.name)
            if each.default is not each.empty:
                defaults += (each.default,)
        elif each.kind is _VAR_POSITIONAL:
            varargs = each.name
        elif each.kind is _KEYWORD_ONLY:
            kwonlyargs.append(each.name)
            if each.default is not each.empty:
                kwdefaults[each.name] = each.default
        else:
            varkw = each.name
        if each.annotation is not each.empty:
            annotations[each.name] = each.annotation
    return FullArgSpec(positional_only + args, varargs, varkw, defaults or None, kwonlyargs,
                       kwdefaults or None, annotations)


def getcallargs(func, /, *positional, **named):
    """What the parameters of a function become in a call."""
    bound = signature(func.__func__ if ismethod(func) else func)
    if ismethod(func):
        positional = (func.__self__, *positional)
    result = bound.bind(*positional, **named)
    result.apply_defaults()
    return dict(result.arguments)


def get_annotations(obj, *, globals=None, locals=None, eval_str=False):
    """The annotations of a class, module or function as a new dict."""
    if isinstance(obj, type):
        annotations = obj.__dict__.get('__annotations__', None)
        if isinstance(annotations, types.GetSetDescriptorType):
            annotations = None
        module = sys.modules.get(getattr(obj, '__module__', None))
        own_globals = getattr(module, '__dict__', None)
        own_locals = dict(vars(obj))
    elif isinstance(obj, types.ModuleType):
        annotations = getattr(obj, '__annotations__', None)
        own_globals = obj.__dict__
        own_locals = None
    elif callable(obj):
        annotations = getattr(obj, '__annotations__', None)
        own_globals = getattr(unwrap(obj), '__globals__', None)
        own_locals = None
    else:
        raise TypeError(f'{obj!r} is not a module, class, or callable.')
    if annotations is None:
        return {}
    if not isinstance(annotations, dict):
        raise ValueError(f'{obj!r}.__annotations__ is neither a dict nor None')
    if not annotations:
        return {}
    if not eval_str:
        return dict(annotations)
    if globals is None:
        globals = own_globals
    if locals is None:
        locals = own_locals
    return {name: eval(value, globals, locals) if isinstance(value, str) else value
            for name, value in annotations.items()}


def formatannotation(annotation, base_module=None):
    """An annotation as it stands in a signature."""
    if getattr(annotation, '__module__', None) == 'typing':
        return repr(annotation).replace('typing.', '')
    if isinstance(annotation, types.GenericAlias):
        return str(annotation)
    if isinstance(annotation, type):
        if annotation.__module__ in ('builtins', base_module):
            return annotation.__qualname__
        return annotation.__module__ + '.' + annotation.__qualname__
    return repr(annotation)


def formatargvalues(args, varargs, varkw, locals, formatarg=str,
                    formatvarargs=lambda name: '*' + name,
                    formatvarkw=lambda name: '**' + name,
                    formatvalue=lambda value: '=' + repr(value)):
    """The parameters of a frame with their values, as text."""
    shown = [formatarg(name) + formatvalue(locals[name]) for name in args]
    if varargs:
        shown.append(formatvarargs(varargs) + formatvalue(locals[varargs]))
    if varkw:
        shown.append(formatvarkw(varkw) + formatvalue(locals[varkw]))
    return '(' + ', '.join(shown) + ')'


# --- Signatures

class _empty:
    """Stands for what a parameter or signature lacks."""


class _void:
    """Stands for an argument not given."""


class _ParameterKind(int):
    """How arguments reach a parameter."""

    def __new__(cls, number, name, description):
        self = int.__new__(cls, number)
        self.name = name
        self.value = number
        self.description = description
        return self

    def __str__(self):
        return self.name

    def __repr__(self):
        return f'<_ParameterKind.{self.name}: {int(self)}>'

    def __reduce__(self):
        return _parameter_kind, (int(self),)


def _parameter_kind(number):
    return _kinds[number]


_POSITIONAL_ONLY = _ParameterKind(0, 'POSITIONAL_ONLY', 'positional-only')
_POSITIONAL_OR_KEYWORD = _ParameterKind(1, 'POSITIONAL_OR_KEYWORD', 'positional or keyword')
_VAR_POSITIONAL = _ParameterKind(2, 'VAR_POSITIONAL', 'variadic positional')
_KEYWORD_ONLY = _ParameterKind(3, 'KEYWORD_ONLY', 'keyword-only')
_VAR_KEYWORD = _ParameterKind(4, 'VAR_KEYWORD', 'variadic keyword')
_kinds = (_POSITIONAL_ONLY, _POSITIONAL_OR_KEYWORD, _VAR_POSITIONAL, _KEYWORD_ONLY, _VAR_KEYWORD)
for _each in _kinds:
    setattr(_ParameterKind, _each.name, _each)


class Parameter:
    """A parameter of a signature."""

    __slots__ = ('_name', '_kind', '_default', '_annotation')

    POSITIONAL_ONLY = _POSITIONAL_ONLY
    POSITIONAL_OR_KEYWORD = _POSITIONAL_OR_KEYWORD
    VAR_POSITIONAL = _VAR_POSITIONAL
    KEYWORD_ONLY = _KEYWORD_ONLY
    VAR_KEYWORD = _VAR_KEYWORD
    empty = _empty

    def __init__(self, name, kind, *, default=_empty, annotation=_empty):
        from keyword import iskeyword
        if kind not in (0, 1, 2, 3, 4):
            raise ValueError(f'value {kind!r} is not a valid Parameter.kind')
        self._kind = _kinds[kind]
        if default is not _empty and self._kind in (_VAR_POSITIONAL, _VAR_KEYWORD):
            raise ValueError(f'{self._kind.description} parameters cannot have default values')
        self._default = default
        self._annotation = annotation
        if name is _empty:
            raise ValueError('name is a required attribute for Parameter')
        if not isinstance(name, str):
            raise TypeError(f'name must be a str, not a {type(name).__name__}')
        if name[:1] == '.' and name[1:].isdigit():
            if self._kind is not _POSITIONAL_OR_KEYWORD:
                raise ValueError('implicit arguments must be passed as positional or keyword '
                                 f'arguments, not {self._kind.description}')
            self._kind = _POSITIONAL_ONLY
            name = f'implicit{name[1:]}'
        if iskeyword(name) and self._kind is not _POSITIONAL_ONLY or not name.isidentifier():
            raise ValueError(f'{name!r} is not a valid parameter name')
        self._name = name

    def __reduce__(self):
        return (type(self), (self._name, self._kind),
                {'_default': self._default, '_annotation': self._annotation})

    def __setstate__(self, state):
        self._default = state['_default']
        self._annotation = state['_annotation']

    @property
    def name(self):
        return self._name

    @property
    def default(self):
        return self._default

    @property
    def annotation(self):
        return self._annotation

    @property
    def kind(self):
        return self._kind

    def replace(self, *, name=_void, kind=_void, annotation=_void, default=_void):
        """A copy with some attributes changed."""
        return type(self)(self._name if name is _void else name,
                          self._kind if kind is _void else kind,
                          default=self._default if default is _void else default,
                          annotation=self._annotation if annotation is _void else annotation)

    def __str__(self):
        shown = self._name
        if self._annotation is not _empty:
            shown = f'{shown}: {formatannotation(self._annotation)}'
        if self._default is not _empty:
            equals = ' = ' if self._annotation is not _empty else '='
            shown += equals + repr(self._default)
        if self._kind is _VAR_POSITIONAL:
            shown = '*' + shown
        elif self._kind is _VAR_KEYWORD:
            shown = '**' + shown
        return shown

    def __repr__(self):
        return f'<{type(self).__name__} "{self}">'

    def __hash__(self):
        return hash((self._name, self._kind, self._annotation, self._default))

    def __eq__(self, other):
        if self is other:
            return True
        if not isinstance(other, Parameter):
            return NotImplemented
        return (self._name == other._name and self._kind == other._kind and
                self._default == other._default and self._annotation == other._annotation)


class BoundArguments:
    """What the parameters of a signature become in a call."""

    __slots__ = ('arguments', '_signature', '__weakref__')

    def __init__(self, signature, arguments):
        self.arguments = arguments
        self._signature = signature

    @property
    def signature(self):
        return self._signature

    @property
    def args(self):
        result = []
        for name, each in self._signature.parameters.items():
            if each.kind in (_VAR_KEYWORD, _KEYWORD_ONLY):
                break
            try:
                value = self.arguments[name]
            except KeyError:
                break
            if each.kind is _VAR_POSITIONAL:
                result.extend(value)
            else:
                result.append(value)
        return tuple(result)

    @property
    def kwargs(self):
        result = {}
        by_name = False
        for name, each in self._signature.parameters.items():
            if not by_name:
                if each.kind in (_VAR_KEYWORD, _KEYWORD_ONLY):
                    by_name = True
                elif name not in self.arguments:
                    by_name = True
                    continue
            if not by_name:
                continue
            try:
                value = self.arguments[name]
            except KeyError:
                continue
            if each.kind is _VAR_KEYWORD:
                result.update(value)
            else:
                result[name] = value
        return result

    def apply_defaults(self):
        """Fill in the defaults of what was not given."""
        result = []
        for name, each in self._signature.parameters.items():
            try:
                result.append((name, self.arguments[name]))
            except KeyError:
                if each.default is not _empty:
                    value = each.default
                elif each.kind is _VAR_POSITIONAL:
                    value = ()
                elif each.kind is _VAR_KEYWORD:
                    value = {}
                else:
                    continue
                result.append((name, value))
        self.arguments = dict(result)

    def __eq__(self, other):
        if self is other:
            return True
        if not isinstance(other, BoundArguments):
            return NotImplemented
        return self.signature == other.signature and self.arguments == other.arguments

    __hash__ = None

    def __setstate__(self, state):
        self._signature = state['_signature']
        self.arguments = state['arguments']

    def __getstate__(self):
        return {'_signature': self._signature, 'arguments': self.arguments}

    def __repr__(self):
        shown = ', '.join(f'{name}={value!r}' for name, value in self.arguments.items())
        return f'<{type(self).__name__} ({shown})>'


class Signature:
    """The parameters of a callable and the annotation of its result."""

    __slots__ = ('_return_annotation', '_parameters')

    _parameter_cls = Parameter
    _bound_arguments_cls = BoundArguments
    empty = _empty

    def __init__(self, parameters=None, *, return_annotation=_empty,
                 __validate_parameters__=True):
        found = OrderedDict()
        top_kind = _POSITIONAL_ONLY
        seen_default = False
        for each in parameters or ():
            if each.kind < top_kind:
                raise ValueError('wrong parameter order: {} parameter before {} parameter'.format(
                    top_kind.description, each.kind.description))
            if each.kind > top_kind:
                top_kind = each.kind
            if each.kind in (_POSITIONAL_ONLY, _POSITIONAL_OR_KEYWORD):
                if each.default is _empty:
                    if seen_default:
                        raise ValueError('non-default argument follows default argument')
                else:
                    seen_default = True
            if each.name in found:
                raise ValueError(f'duplicate parameter name: {each.name!r}')
            found[each.name] = each
        self._parameters = types.MappingProxyType(found)
        self._return_annotation = return_annotation

    @classmethod
    def from_callable(cls, obj, *, follow_wrapped=True, globals=None, locals=None, eval_str=False):
        """The signature of a callable."""
        return _signature_of(obj, follow_wrapped, True, globals, locals, eval_str, cls)

    @property
    def parameters(self):
        return self._parameters

    @property
    def return_annotation(self):
        return self._return_annotation

    def replace(self, *, parameters=_void, return_annotation=_void):
        """A copy with something changed."""
        if parameters is _void:
            parameters = self.parameters.values()
        if return_annotation is _void:
            return_annotation = self._return_annotation
        return type(self)(parameters, return_annotation=return_annotation)

    def __hash__(self):
        named = frozenset((each.name, each) for each in self.parameters.values()
                          if each.kind is _KEYWORD_ONLY)
        others = tuple(each for each in self.parameters.values()
                       if each.kind is not _KEYWORD_ONLY)
        return hash((others, named, self._return_annotation))

    def __eq__(self, other):
        if self is other:
            return True
        if not isinstance(other, Signature):
            return NotImplemented

        def parts(signature):
            values = signature.parameters.values()
            return (tuple(each for each in values if each.kind is not _KEYWORD_ONLY),
                    {each.name: each for each in values if each.kind is _KEYWORD_ONLY},
                    signature.return_annotation)
        return parts(self) == parts(other)

    def _bind(self, args, kwargs, partial):
        arguments = {}
        parameters = list(self.parameters.values())
        place = 0
        rest = list(args)
        while rest:
            if place == len(parameters):
                raise TypeError('too many positional arguments')
            each = parameters[place]
            if each.kind in (_VAR_KEYWORD, _KEYWORD_ONLY):
                raise TypeError('too many positional arguments')
            place += 1
            if each.kind is _VAR_POSITIONAL:
                arguments[each.name] = tuple(rest)
                rest = []
                break
            if each.name in kwargs and each.kind is not _POSITIONAL_ONLY:
                raise TypeError(f'multiple values for argument {each.name!r}')
            arguments[each.name] = rest.pop(0)
        keyword_parameter = None
        kwargs = dict(kwargs)
        for each in parameters[place:]:
            if each.kind is _VAR_KEYWORD:
                keyword_parameter = each
                continue
            if each.kind is _VAR_POSITIONAL:
                continue
            if each.kind is _POSITIONAL_ONLY:
                if each.name in kwargs:
                    raise TypeError(f'{each.name!r} parameter is positional only, but was passed '
                                    'as a keyword')
                if each.default is _empty and not partial:
                    raise TypeError(f'missing a required argument: {each.name!r}')
                continue
            if each.name in kwargs:
                arguments[each.name] = kwargs.pop(each.name)
            elif not partial and each.default is _empty:
                raise TypeError(f'missing a required argument: {each.name!r}')
        if kwargs:
            if keyword_parameter is None:
                raise TypeError(
                    f'got an unexpected keyword argument {next(iter(kwargs))!r}')
            arguments[keyword_parameter.name] = kwargs
        ordered = {name: arguments[name] for name in self.parameters if name in arguments}
        return self._bound_arguments_cls(self, ordered)

    def bind(self, /, *args, **kwargs):
        """What the parameters become in a call; TypeError if it is wrong."""
        return self._bind(args, kwargs, False)

    def bind_partial(self, /, *args, **kwargs):
        """The same when some arguments are still to come."""
        return self._bind(args, kwargs, True)

    def __reduce__(self):
        return (type(self), (tuple(self._parameters.values()),),
                {'_return_annotation': self._return_annotation})

    def __setstate__(self, state):
        self._return_annotation = state['_return_annotation']

    def __repr__(self):
        return f'<{type(self).__name__} {self}>'

    def __str__(self):
        result = []
        slash_due = False
        star_due = True
        for each in self.parameters.values():
            if each.kind is _POSITIONAL_ONLY:
                slash_due = True
            elif slash_due:
                result.append('/')
                slash_due = False
            if each.kind is _VAR_POSITIONAL:
                star_due = False
            elif each.kind is _KEYWORD_ONLY and star_due:
                result.append('*')
                star_due = False
            result.append(str(each))
        if slash_due:
            result.append('/')
        shown = f'({", ".join(result)})'
        if self.return_annotation is not _empty:
            shown += f' -> {formatannotation(self.return_annotation)}'
        return shown


def _signature_of_function(cls, func, globals, locals, eval_str):
    code = func.__code__
    names = code.co_varnames
    count = code.co_argcount
    positional = names[:count]
    keyword_only = names[count:count + code.co_kwonlyargcount]
    annotations = get_annotations(func, globals=globals, locals=locals, eval_str=eval_str)
    defaults = func.__defaults__ or ()
    kwdefaults = func.__kwdefaults__ or {}
    first_default = count - len(defaults)
    make = cls._parameter_cls
    parameters = []
    for place, name in enumerate(positional):
        kind = _POSITIONAL_ONLY if place < code.co_posonlyargcount else _POSITIONAL_OR_KEYWORD
        default = defaults[place - first_default] if place >= first_default else _empty
        parameters.append(make(name, kind, default=default,
                               annotation=annotations.get(name, _empty)))
    following = count + code.co_kwonlyargcount
    if code.co_flags & CO_VARARGS:
        name = names[following]
        following += 1
        parameters.append(make(name, _VAR_POSITIONAL, annotation=annotations.get(name, _empty)))
    for name in keyword_only:
        parameters.append(make(name, _KEYWORD_ONLY, default=kwdefaults.get(name, _empty),
                               annotation=annotations.get(name, _empty)))
    if code.co_flags & CO_VARKEYWORDS:
        name = names[following]
        parameters.append(make(name, _VAR_KEYWORD, annotation=annotations.get(name, _empty)))
    return cls(parameters, return_annotation=annotations.get('return', _empty))


def _signature_of_text(cls, obj, text, skip_bound):
    # Of a native function, from its __text_signature__: "($self, x, /, *, key=None)".
    if text is None:
        raise ValueError(f'no signature found for builtin {obj!r}')
    bound = text[:2] == '($'
    source = text.replace('($', '(', 1)
    namespace = {}
    module = sys.modules.get(getattr(obj, '__module__', None) or '')
    try:
        exec(f'def signature{source}: pass', dict(vars(module)) if module else {}, namespace)
    except (SyntaxError, NameError):
        raise ValueError(f'{obj!r} has invalid signature') from None
    result = _signature_of_function(cls, namespace['signature'], None, None, False)
    if bound and skip_bound and getattr(obj, '__self__', None) is not None:
        result = result.replace(parameters=list(result.parameters.values())[1:])
    return result


def _without_first(signature):
    parameters = list(signature.parameters.values())
    if not parameters or parameters[0].kind in (_VAR_KEYWORD, _KEYWORD_ONLY):
        raise ValueError('invalid method signature')
    if parameters[0].kind is not _VAR_POSITIONAL:
        parameters = parameters[1:]
    return signature.replace(parameters=parameters)


def _signature_of_partial(wrapped, partial, extra=()):
    arguments = partial.args or ()
    keywords = partial.keywords or {}
    if extra:
        arguments = extra + arguments
    try:
        bound = wrapped.bind_partial(*arguments, **keywords)
    except TypeError as error:
        raise ValueError(f'partial object {partial!r} has incorrect arguments') from error
    parameters = []
    keyword_from_here = False
    for name, each in wrapped.parameters.items():
        if name in bound.arguments:
            if each.kind is _POSITIONAL_ONLY:
                continue
            if each.kind is _POSITIONAL_OR_KEYWORD:
                if name in keywords:
                    keyword_from_here = True
                    parameters.append(each.replace(kind=_KEYWORD_ONLY,
                                                   default=bound.arguments[name]))
                continue
            if each.kind is _KEYWORD_ONLY:
                parameters.append(each.replace(default=bound.arguments[name]))
                continue
        if keyword_from_here:
            if each.kind is _POSITIONAL_OR_KEYWORD:
                each = each.replace(kind=_KEYWORD_ONLY)
            elif each.kind is _VAR_POSITIONAL:
                continue
        parameters.append(each)
    return wrapped.replace(parameters=parameters)


def _signature_of(obj, follow_wrapped=True, skip_bound=True, globals=None, locals=None,
                  eval_str=False, cls=Signature):
    def again(other):
        return _signature_of(other, follow_wrapped, skip_bound, globals, locals, eval_str, cls)

    if not callable(obj):
        raise TypeError(f'{obj!r} is not a callable object')
    if ismethod(obj):
        found = again(obj.__func__)
        return _without_first(found) if skip_bound else found
    if follow_wrapped:
        obj = unwrap(obj, stop=lambda each: hasattr(each, '__signature__') or ismethod(each))
        if ismethod(obj):
            return again(obj)
    found = getattr(obj, '__signature__', None)
    if found is not None:
        if not isinstance(found, Signature):
            raise TypeError(f'unexpected object {found!r} in __signature__ attribute')
        return found
    from functools import partial, partialmethod
    partial_method = getattr(obj, '_partialmethod', None)
    if isinstance(partial_method, partialmethod):
        wrapped = again(partial_method.func)
        found = _signature_of_partial(wrapped, partial_method, (None,))
        first = tuple(wrapped.parameters.values())[0]
        if first.kind is _VAR_POSITIONAL:
            return found
        return found.replace(parameters=(first, *found.parameters.values()))
    if isfunction(obj):
        return _signature_of_function(cls, obj, globals, locals, eval_str)
    if isinstance(obj, (types.BuiltinFunctionType, types.MethodDescriptorType,
                        types.WrapperDescriptorType, types.MethodWrapperType,
                        types.ClassMethodDescriptorType)):
        return _signature_of_text(cls, obj, obj.__text_signature__, skip_bound)
    if isinstance(obj, partial):
        return _signature_of_partial(again(obj.func), obj)
    if isinstance(obj, type):
        found = _user_method(type(obj), '__call__')
        if found is None:
            new = _user_method(obj, '__new__')
            init = _user_method(obj, '__init__')
            mro = obj.__mro__
            if new is not None and init is not None:
                # The more derived one.
                for base in mro:
                    if '__new__' in base.__dict__ and base.__dict__['__new__'] is not None:
                        found = new
                        break
                    if '__init__' in base.__dict__:
                        found = init
                        break
            else:
                found = new or init
        if found is not None:
            result = again(found)
            return _without_first(result) if skip_bound else result
        for base in obj.__mro__[:-1]:
            try:
                text = base.__text_signature__
            except AttributeError:
                continue
            if text:
                return _signature_of_text(cls, obj, text, skip_bound)
        if type not in obj.__mro__:
            if obj.__init__ is object.__init__ and obj.__new__ is object.__new__:
                return again(object) if obj is not object else cls()
            raise ValueError(f'no signature found for builtin type {obj!r}')
    else:
        call = _user_method(type(obj), '__call__')
        if call is not None:
            try:
                result = again(call)
            except ValueError as error:
                raise ValueError(f'no signature found for {obj!r}') from error
            return _without_first(result) if skip_bound else result
    raise ValueError(f'callable {obj!r} is not supported by signature')


def _user_method(cls, name):
    # A special method written in Python; None if it is built in.
    method = getattr(cls, name, None)
    if method is None or isinstance(method, (
            types.WrapperDescriptorType, types.MethodWrapperType, types.ClassMethodDescriptorType,
            types.BuiltinFunctionType)):
        return None
    return method


def signature(obj, *, follow_wrapped=True, globals=None, locals=None, eval_str=False):
    """The signature of a callable."""
    return Signature.from_callable(obj, follow_wrapped=follow_wrapped, globals=globals,
                                   locals=locals, eval_str=eval_str)


__all__ = [_name for _name in globals() if _name[:1] != '_' and _name not in (
    'sys', 'types', 'OrderedDict', 'namedtuple')]
