"""Type hints."""

import collections
import collections.abc
import sys
import types
from abc import ABCMeta, abstractmethod
from types import GenericAlias

from _typing_forms import (Annotated, Any, ClassVar, Concatenate, Final, ForwardRef, Literal,
    LiteralString, Never, NoReturn, NotRequired, Optional, Required, Self, TypeAlias, TypeGuard,
    Union, Unpack, _AnnotatedAlias, _AnyMeta, _BaseGenericAlias, _CallableGenericAlias,
    _CallableType, _collect_parameters, _ConcatenateGenericAlias, _eval_type, _Final, _GenericAlias,
    _Immutable, _LiteralGenericAlias, _NotIterable, _SpecialForm, _SpecialGenericAlias, _TupleType,
    _type_check, _type_convert, _type_repr, _UnionGenericAlias, _UnpackGenericAlias)
from _typing_generics import (Generic, get_args, get_origin, is_typeddict, NamedTuple, NewType,
    ParamSpec, ParamSpecArgs, ParamSpecKwargs, Protocol, runtime_checkable, TypedDict, TypeVar,
    TypeVarTuple, _NamedTuple, _ProtocolMeta, _TypedDict, _TypedDictMeta)

TYPE_CHECKING = False

# --- The names of other modules

_alias = _SpecialGenericAlias
_abc = collections.abc

Hashable = _alias(_abc.Hashable, 0)
Awaitable = _alias(_abc.Awaitable, 1)
Coroutine = _alias(_abc.Coroutine, 3)
AsyncIterable = _alias(_abc.AsyncIterable, 1)
AsyncIterator = _alias(_abc.AsyncIterator, 1)
Iterable = _alias(_abc.Iterable, 1)
Iterator = _alias(_abc.Iterator, 1)
Reversible = _alias(_abc.Reversible, 1)
Sized = _alias(_abc.Sized, 0)
Container = _alias(_abc.Container, 1)
Collection = _alias(_abc.Collection, 1)
Callable = _CallableType(_abc.Callable, 2)
AbstractSet = _alias(_abc.Set, 1, name='AbstractSet')
MutableSet = _alias(_abc.MutableSet, 1)
Mapping = _alias(_abc.Mapping, 2)
MutableMapping = _alias(_abc.MutableMapping, 2)
Sequence = _alias(_abc.Sequence, 1)
MutableSequence = _alias(_abc.MutableSequence, 1)
ByteString = _alias(_abc.ByteString, 0)
Tuple = _TupleType(tuple, -1, inst=False, name='Tuple')
List = _alias(list, 1, inst=False, name='List')
Deque = _alias(collections.deque, 1, name='Deque')
Set = _alias(set, 1, inst=False, name='Set')
FrozenSet = _alias(frozenset, 1, inst=False, name='FrozenSet')
MappingView = _alias(_abc.MappingView, 1)
KeysView = _alias(_abc.KeysView, 1)
ItemsView = _alias(_abc.ItemsView, 2)
ValuesView = _alias(_abc.ValuesView, 1)
Dict = _alias(dict, 2, inst=False, name='Dict')
DefaultDict = _alias(collections.defaultdict, 2, name='DefaultDict')
OrderedDict = _alias(collections.OrderedDict, 2)
Counter = _alias(collections.Counter, 1)
Generator = _alias(_abc.Generator, 3)
AsyncGenerator = _alias(_abc.AsyncGenerator, 2)
Type = _alias(type, 1, inst=False, name='Type')
Text = str

# These need further modules: they are made when asked for.
_lazy = {'ChainMap': ('collections', 'ChainMap', 2),
         'ContextManager': ('contextlib', 'AbstractContextManager', 1),
         'AsyncContextManager': ('contextlib', 'AbstractAsyncContextManager', 1),
         'Pattern': ('re', 'Pattern', 1), 'Match': ('re', 'Match', 1)}


def __getattr__(name):
    if name not in _lazy:
        raise AttributeError(f'module {__name__!r} has no attribute {name!r}')
    module, attribute, count = _lazy[name]
    made = _alias(getattr(__import__(module), attribute), count, name=name)
    globals()[name] = made
    return made


T = TypeVar('T')
KT = TypeVar('KT')
VT = TypeVar('VT')
T_co = TypeVar('T_co', covariant=True)
V_co = TypeVar('V_co', covariant=True)
VT_co = TypeVar('VT_co', covariant=True)
T_contra = TypeVar('T_contra', contravariant=True)
CT_co = TypeVar('CT_co', covariant=True, bound=type)
AnyStr = TypeVar('AnyStr', bytes, str)


def _supports(name, method, doc, parameter=None):
    def call(self):
        pass
    call.__name__ = method
    base = Protocol if parameter is None else Protocol[parameter]
    return runtime_checkable(types.new_class(
        name, (base,), {}, lambda body: body.update({
            '__slots__': (), '__doc__': doc, '__module__': 'typing', '__qualname__': name,
            method: abstractmethod(call)})))


SupportsInt = _supports('SupportsInt', '__int__', 'What int() takes.')
SupportsFloat = _supports('SupportsFloat', '__float__', 'What float() takes.')
SupportsComplex = _supports('SupportsComplex', '__complex__', 'What complex() takes.')
SupportsBytes = _supports('SupportsBytes', '__bytes__', 'What bytes() takes.')
SupportsIndex = _supports('SupportsIndex', '__index__', 'What stands for an index.')
SupportsAbs = _supports('SupportsAbs', '__abs__', 'What abs() takes.', T_co)
SupportsRound = _supports('SupportsRound', '__round__', 'What round() takes.', T_co)


class IO(Generic[AnyStr]):
    """What open() returns."""

    __slots__ = ()


class BinaryIO(IO[bytes]):
    """What open() returns in binary mode."""

    __slots__ = ()


class TextIO(IO[str]):
    """What open() returns in text mode."""

    __slots__ = ()


# --- Functions

def cast(typ, val):
    """val, which checkers take for a typ."""
    return val


def assert_type(val, typ, /):
    """val, which checkers check to be a typ."""
    return val


def assert_never(arg, /):
    """For places that are never reached."""
    shown = repr(arg)
    if len(shown) > 100:
        shown = shown[:100] + '...'
    raise AssertionError(f'Expected code to be unreachable, but got: {shown}')


def reveal_type(obj, /):
    """Print the type of obj to standard error."""
    print(f'Runtime type is {type(obj).__name__!r}', file=sys.stderr)
    return obj


_overloads = {}


def _overload_dummy(*args, **kwds):
    """What calling an overload gives."""
    raise NotImplementedError(
        'You should not call an overloaded function. A series of @overload-decorated functions '
        'outside a stub module should always be followed by an implementation that is not '
        '@overload-ed.')


def overload(func):
    """Mark one of several signatures of a function."""
    plain = getattr(func, '__func__', func)
    try:
        known = _overloads.setdefault((plain.__module__, plain.__qualname__), {})
        known[plain.__code__.co_firstlineno] = func
    except AttributeError:
        pass
    return _overload_dummy


def get_overloads(func):
    """The overloads of a function, as a sequence."""
    plain = getattr(func, '__func__', func)
    return list(_overloads.get((plain.__module__, plain.__qualname__), {}).values())


def clear_overloads():
    """Forget all overloads."""
    _overloads.clear()


def final(f):
    """Mark a method or class as not to be overridden."""
    try:
        f.__final__ = True
    except (AttributeError, TypeError):
        pass
    return f


def no_type_check(arg):
    """Mark annotations as no type hints."""
    if isinstance(arg, type):
        for name in dir(arg):
            value = getattr(arg, name)
            if getattr(value, '__qualname__', None) == f'{arg.__qualname__}.{value.__name__}' if (
                    hasattr(value, '__name__')) else False:
                if isinstance(value, types.FunctionType):
                    value.__no_type_check__ = True
                if isinstance(value, types.MethodType):
                    value.__func__.__no_type_check__ = True
                if isinstance(value, type):
                    no_type_check(value)
    try:
        arg.__no_type_check__ = True
    except TypeError:
        pass
    return arg


def no_type_check_decorator(decorator):
    """Make a decorator mark what it decorates as without type hints."""
    import functools

    @functools.wraps(decorator)
    def wrapped_decorator(*args, **kwds):
        return no_type_check(decorator(*args, **kwds))
    return wrapped_decorator


def dataclass_transform(*, eq_default=True, order_default=False, kw_only_default=False,
                        field_specifiers=(), **kwargs):
    """Mark what makes dataclasses of classes."""
    def decorator(cls_or_fn):
        cls_or_fn.__dataclass_transform__ = {
            'eq_default': eq_default, 'order_default': order_default,
            'kw_only_default': kw_only_default, 'field_specifiers': field_specifiers,
            'kwargs': kwargs}
        return cls_or_fn
    return decorator


def get_type_hints(obj, globalns=None, localns=None, include_extras=False):
    """The annotations of a class, module or function, with names in text looked up."""
    if getattr(obj, '__no_type_check__', None):
        return {}
    if isinstance(obj, type):
        hints = {}
        for base in reversed(obj.__mro__):
            if globalns is None:
                base_globals = getattr(sys.modules.get(base.__module__, None), '__dict__', {})
            else:
                base_globals = globalns
            annotations = base.__dict__.get('__annotations__', {})
            if isinstance(annotations, types.GetSetDescriptorType):
                annotations = {}
            base_locals = dict(vars(base)) if localns is None else localns
            if localns is None and globalns is None:
                base_globals, base_locals = base_locals, base_globals
            for name, value in annotations.items():
                if value is None:
                    value = type(None)
                if isinstance(value, str):
                    value = ForwardRef(value, is_argument=False, is_class=True)
                hints[name] = _eval_type(value, base_globals, base_locals)
        return hints if include_extras else _stripped(hints)
    if globalns is None:
        if isinstance(obj, types.ModuleType):
            globalns = obj.__dict__
        else:
            inner = obj
            while hasattr(inner, '__wrapped__'):
                inner = inner.__wrapped__
            globalns = getattr(inner, '__globals__', {})
        if localns is None:
            localns = globalns
    elif localns is None:
        localns = globalns
    hints = getattr(obj, '__annotations__', None)
    if hints is None:
        if isinstance(obj, (types.FunctionType, types.BuiltinFunctionType, types.MethodType,
                            types.ModuleType, types.WrapperDescriptorType,
                            types.MethodWrapperType, types.MethodDescriptorType)):
            return {}
        raise TypeError(f'{obj!r} is not a module, class, method, or function.')
    hints = dict(hints)
    for name, value in hints.items():
        if value is None:
            value = type(None)
        if isinstance(value, str):
            value = ForwardRef(value, is_argument=not isinstance(obj, types.ModuleType),
                               is_class=False)
        hints[name] = _eval_type(value, globalns, localns)
    return hints if include_extras else _stripped(hints)


def _stripped(hints):
    return {name: _strip_annotations(value) for name, value in hints.items()}


def _strip_annotations(value):
    if isinstance(value, _AnnotatedAlias):
        return _strip_annotations(value.__origin__)
    if hasattr(value, '__origin__') and value.__origin__ in (Required, NotRequired):
        return _strip_annotations(value.__args__[0])
    if isinstance(value, _GenericAlias):
        args = tuple(_strip_annotations(each) for each in value.__args__)
        return value if args == value.__args__ else value._copy_with(args)
    if isinstance(value, GenericAlias):
        args = tuple(_strip_annotations(each) for each in value.__args__)
        return value if args == value.__args__ else GenericAlias(value.__origin__, args)
    if isinstance(value, types.UnionType):
        args = tuple(_strip_annotations(each) for each in value.__args__)
        return value if args == value.__args__ else Union[args]
    return value


__all__ = [
    'Annotated', 'Any', 'Callable', 'ClassVar', 'Concatenate', 'Final', 'ForwardRef', 'Generic',
    'Literal', 'Optional', 'ParamSpec', 'Protocol', 'Tuple', 'Type', 'TypeVar', 'TypeVarTuple',
    'Union', 'AbstractSet', 'ByteString', 'Container', 'ContextManager', 'Hashable', 'ItemsView',
    'Iterable', 'Iterator', 'KeysView', 'Mapping', 'MappingView', 'MutableMapping',
    'MutableSequence', 'MutableSet', 'Sequence', 'Sized', 'ValuesView', 'Awaitable',
    'AsyncIterator', 'AsyncIterable', 'Coroutine', 'Collection', 'AsyncGenerator',
    'AsyncContextManager', 'Reversible', 'SupportsAbs', 'SupportsBytes', 'SupportsComplex',
    'SupportsFloat', 'SupportsIndex', 'SupportsInt', 'SupportsRound', 'ChainMap', 'Counter',
    'Deque', 'Dict', 'DefaultDict', 'List', 'OrderedDict', 'Set', 'FrozenSet', 'NamedTuple',
    'TypedDict', 'Generator', 'BinaryIO', 'IO', 'TextIO', 'AnyStr', 'assert_type',
    'assert_never', 'cast', 'clear_overloads', 'dataclass_transform', 'final', 'get_args',
    'get_origin', 'get_overloads', 'get_type_hints', 'is_typeddict', 'LiteralString', 'Never',
    'NewType', 'no_type_check', 'no_type_check_decorator', 'NoReturn', 'NotRequired', 'overload',
    'ParamSpecArgs', 'ParamSpecKwargs', 'Required', 'reveal_type', 'runtime_checkable', 'Self',
    'Text', 'TYPE_CHECKING', 'TypeAlias', 'TypeGuard', 'Unpack']
