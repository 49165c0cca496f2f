"""Looking into live objects: classes, functions, signatures, frames."""

import sys
import types
from collections import OrderedDict, namedtuple
from _inspect_basics import (
    Attribute, CORO_CLOSED, CORO_CREATED, CORO_RUNNING, CORO_SUSPENDED, CO_ASYNC_GENERATOR,
    CO_COROUTINE, CO_GENERATOR, CO_ITERABLE_COROUTINE, CO_NESTED, CO_NEWLOCALS, CO_NOFREE,
    CO_OPTIMIZED, CO_VARARGS, CO_VARKEYWORDS, ClosureVars, EndOfBlock, FrameInfo, GEN_CLOSED,
    GEN_CREATED, GEN_RUNNING, GEN_SUSPENDED, TPFLAGS_IS_ABSTRACT, Traceback, classify_class_attrs,
    cleandoc, currentframe, findsource, getabsfile, getattr_static, getblock, getclasstree,
    getclosurevars, getcomments, getcoroutinelocals, getcoroutinestate, getdoc, getfile,
    getframeinfo, getgeneratorlocals, getgeneratorstate, getinnerframes, getlineno, getmembers,
    getmembers_static, getmodule, getmodulename, getmro, getouterframes, getsource, getsourcefile,
    getsourcelines, indentsize, isabstract, isasyncgen, isasyncgenfunction, isawaitable, isbuiltin,
    isclass, iscode, iscoroutine, iscoroutinefunction, isdatadescriptor, isframe, isfunction,
    isgenerator, isgeneratorfunction, isgetsetdescriptor, ismemberdescriptor, ismethod,
    ismethoddescriptor, ismethodwrapper, ismodule, isroutine, istraceback, stack, trace, unwrap)

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
