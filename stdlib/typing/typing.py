"""Type hints."""

import sys
import types
from abc import ABCMeta, abstractmethod
import collections
import collections.abc
from types import GenericAlias

TYPE_CHECKING = False

_missing = object()


def _type_repr(value):
    # A type as it stands inside brackets.
    if isinstance(value, GenericAlias):
        return repr(value)
    if isinstance(value, type):
        if value.__module__ == 'builtins':
            return value.__qualname__
        return f'{value.__module__}.{value.__qualname__}'
    if value is ...:
        return '...'
    if isinstance(value, types.FunctionType):
        return value.__name__
    if isinstance(value, tuple):
        return '[' + ', '.join(_type_repr(each) for each in value) + ']'
    return repr(value)


def _type_check(arg, msg, is_argument=True, module=None, *, allow_special_forms=False):
    arg = _type_convert(arg, module=module, allow_special_forms=allow_special_forms)
    invalid = (Generic, Protocol)
    if not allow_special_forms:
        invalid += (ClassVar,)
        if is_argument:
            invalid += (Final,)
    if isinstance(arg, _GenericAlias) and arg.__origin__ in invalid:
        raise TypeError(f'{arg} is not valid as type argument')
    if arg in (Any, LiteralString, NoReturn, Never, Self, TypeAlias):
        return arg
    if allow_special_forms and arg in (ClassVar, Final):
        return arg
    if isinstance(arg, _SpecialForm) or arg in (Generic, Protocol):
        raise TypeError(f'Plain {arg} is not valid as type argument')
    if type(arg) is tuple:
        raise TypeError(f'{msg} Got {arg!r:.100}.')
    return arg


def _type_convert(arg, module=None, *, allow_special_forms=False):
    if arg is None:
        return type(None)
    if isinstance(arg, str):
        return ForwardRef(arg, module=module, is_class=allow_special_forms)
    return arg


def _collect_parameters(args):
    # The type variables in args, in order of appearance.
    found = []
    for arg in args:
        if isinstance(arg, type):
            continue
        if isinstance(arg, tuple):
            inside = _collect_parameters(arg)
        elif hasattr(arg, '__typing_subst__'):
            inside = (arg,)
        else:
            inside = getattr(arg, '__parameters__', ())
        for each in inside:
            if each not in found:
                found.append(each)
    return tuple(found)


def _unique(values):
    result = []
    for value in values:
        if value not in result:
            result.append(value)
    return result


def _is_unpacked(value):
    return getattr(value, '__unpacked__', False) or (
        isinstance(value, _GenericAlias) and value.__origin__ is Unpack)


def _check_count(cls, args, count):
    if not count:
        raise TypeError(f'{cls} is not a generic class')
    given = len(args)
    if given != count:
        raise TypeError(f'Too {"many" if given > count else "few"} arguments for {cls};'
                        f' actual {given}, expected {count}')


class _Final:
    """What typing's own classes have in common."""

    __slots__ = ('__weakref__',)

    def __init_subclass__(cls, /, *args, _root=False, **kwds):
        if not _root:
            raise TypeError('Cannot subclass special typing classes')


class _Immutable:
    __slots__ = ()

    def __copy__(self):
        return self

    def __deepcopy__(self, memo):
        return self


class _NotIterable:
    __slots__ = ()
    __iter__ = None


# --- Special forms

class _SpecialForm(_Final, _NotIterable, _root=True):
    __slots__ = ('_name', '__doc__', '_getitem')

    def __init__(self, getitem):
        self._getitem = getitem
        self._name = getitem.__name__
        self.__doc__ = getitem.__doc__

    def __getattr__(self, item):
        if item in {'__name__', '__qualname__'}:
            return self._name
        raise AttributeError(item)

    def __mro_entries__(self, bases):
        raise TypeError(f'Cannot subclass {self!r}')

    def __repr__(self):
        return f'typing.{self._name}'

    def __reduce__(self):
        return self._name

    def __call__(self, *args, **kwds):
        raise TypeError(f'Cannot instantiate {self!r}')

    def __or__(self, other):
        return Union[self, other]

    def __ror__(self, other):
        return Union[other, self]

    def __instancecheck__(self, obj):
        raise TypeError(f'{self} cannot be used with isinstance()')

    def __subclasscheck__(self, cls):
        raise TypeError(f'{self} cannot be used with issubclass()')

    def __getitem__(self, parameters):
        return self._getitem(self, parameters)


def _plain_form(name, doc):
    def getitem(self, parameters):
        raise TypeError(f'{self} is not subscriptable')
    getitem.__name__ = name
    getitem.__doc__ = doc
    return _SpecialForm(getitem)


class _AnyMeta(type):
    def __instancecheck__(self, obj):
        if self is Any:
            raise TypeError('typing.Any cannot be used with isinstance()')
        return super().__instancecheck__(obj)

    def __repr__(self):
        return 'typing.Any' if self is Any else super().__repr__()


class Any(metaclass=_AnyMeta):
    """Any type at all."""

    def __new__(cls, *args, **kwargs):
        if cls is Any:
            raise TypeError('Any cannot be instantiated')
        return super().__new__(cls, *args, **kwargs)


NoReturn = _plain_form('NoReturn', 'Of functions that never return.')
Never = _plain_form('Never', 'The type that has no values.')
Self = _plain_form('Self', 'The class a method is in.')
LiteralString = _plain_form('LiteralString', 'Strings that stand literally in the program.')
TypeAlias = _plain_form('TypeAlias', 'Of names that stand for types.')


def _form_of_one(name, doc):
    def getitem(self, parameters):
        item = _type_check(parameters, f'{self} accepts only single type.')
        return _GenericAlias(self, (item,))
    getitem.__name__ = name
    getitem.__doc__ = doc
    return _SpecialForm(getitem)


ClassVar = _form_of_one('ClassVar', 'Of class variables.')
Final = _form_of_one('Final', 'Of names that are not assigned to again.')
TypeGuard = _form_of_one('TypeGuard', 'Of functions that tell a type.')
Required = _form_of_one('Required', 'Of keys a TypedDict must have.')
NotRequired = _form_of_one('NotRequired', 'Of keys a TypedDict may lack.')


@_SpecialForm
def Union(self, parameters):
    """One of several types."""
    if parameters == ():
        raise TypeError('Cannot take a Union of no types.')
    if not isinstance(parameters, tuple):
        parameters = (parameters,)
    flat = []
    for each in parameters:
        each = _type_check(each, 'Union[arg, ...]: each arg must be a type.')
        if isinstance(each, (_UnionGenericAlias, types.UnionType)):
            flat.extend(each.__args__)
        else:
            flat.append(each)
    flat = tuple(_unique(flat))
    if len(flat) == 1:
        return flat[0]
    if len(flat) == 2 and type(None) in flat:
        return _UnionGenericAlias(self, flat, name='Optional')
    return _UnionGenericAlias(self, flat)


@_SpecialForm
def Optional(self, parameters):
    """A type or None."""
    return Union[_type_check(parameters, f'{self} requires a single type.'), type(None)]


class _LiteralForm(_SpecialForm, _root=True):
    def __getitem__(self, parameters):
        if not isinstance(parameters, tuple):
            parameters = (parameters,)
        flat = []
        for each in parameters:
            if isinstance(each, _LiteralGenericAlias):
                flat.extend(each.__args__)
            else:
                flat.append(each)
        try:
            seen = {}
            for each in flat:
                seen.setdefault((each, type(each)), each)
            flat = seen.values()
        except TypeError:
            pass
        return _LiteralGenericAlias(self, tuple(flat))


def _literal(self, parameters): pass
_literal.__name__ = 'Literal'
_literal.__doc__ = 'One of several values.'
Literal = _LiteralForm(_literal)


@_SpecialForm
def Concatenate(self, parameters):
    """Parameters in front of those of a ParamSpec."""
    if parameters == ():
        raise TypeError('Cannot take a Concatenate of no types.')
    if not isinstance(parameters, tuple):
        parameters = (parameters,)
    if not (parameters[-1] is ... or isinstance(parameters[-1], ParamSpec)):
        raise TypeError('The last parameter to Concatenate should be a ParamSpec variable or '
                        'ellipsis.')
    message = 'Concatenate[arg, ...]: each arg must be a type.'
    parameters = (*(_type_check(each, message) for each in parameters[:-1]), parameters[-1])
    return _ConcatenateGenericAlias(self, parameters)


@_SpecialForm
def Unpack(self, parameters):
    """The types of a tuple, one by one."""
    item = _type_check(parameters, f'{self} accepts only single type.')
    return _UnpackGenericAlias(self, (item,))


# --- Type variables

class _TypeVarLike(_Final, _Immutable, _root=True):
    def __init_subclass__(cls, /, *args, _root=False, **kwds):
        if not _root:
            raise TypeError(f"type 'typing.{cls.__mro__[1].__name__}' is not an acceptable base "
                            'type')

    def _settle(self, name, bound, covariant, contravariant):
        self.__name__ = name
        if covariant and contravariant:
            raise ValueError('Bivariant types are not supported.')
        self.__covariant__ = bool(covariant)
        self.__contravariant__ = bool(contravariant)
        self.__bound__ = None if bound is None else _type_check(bound, 'Bound must be a type.')
        self._take_module()

    def _take_module(self):
        try:
            module = sys._getframe(3).f_globals.get('__name__', '__main__')
        except (AttributeError, ValueError):
            module = None
        if module != 'typing':
            self.__module__ = module

    def __or__(self, right):
        return Union[self, right]

    def __ror__(self, left):
        return Union[left, self]

    def __repr__(self):
        sign = '+' if self.__covariant__ else '-' if self.__contravariant__ else '~'
        return sign + self.__name__

    def __reduce__(self):
        return self.__name__

    def __mro_entries__(self, bases):
        raise TypeError(f'Cannot subclass an instance of {type(self).__name__}')


class TypeVar(_TypeVarLike, _root=True):
    """A variable for types."""

    def __init__(self, name, *constraints, bound=None, covariant=False, contravariant=False):
        if constraints and bound is not None:
            raise TypeError('Constraints cannot be combined with bound=...')
        if len(constraints) == 1:
            raise TypeError('A single constraint is not allowed')
        message = 'TypeVar(name, constraint, ...): constraints must be types.'
        self.__constraints__ = tuple(_type_check(each, message) for each in constraints)
        self._settle(name, bound, covariant, contravariant)

    def __typing_subst__(self, arg):
        arg = _type_check(arg, 'Parameters to generic types must be types.', is_argument=True)
        if _is_unpacked(arg):
            raise TypeError(f'{arg} is not valid as type argument')
        return arg


class TypeVarTuple(_Final, _Immutable, _root=True):
    """A variable for any number of types."""

    def __init__(self, name):
        self.__name__ = name
        try:
            module = sys._getframe(1).f_globals.get('__name__', '__main__')
        except (AttributeError, ValueError):
            module = None
        if module != 'typing':
            self.__module__ = module

    def __iter__(self):
        yield Unpack[self]

    def __repr__(self):
        return self.__name__

    def __reduce__(self):
        return self.__name__

    def __typing_subst__(self, arg):
        raise TypeError('Substitution of bare TypeVarTuple is not supported')

    def __typing_prepare_subst__(self, alias, args):
        parameters = alias.__parameters__
        place = parameters.index(self)
        behind = len(parameters) - place - 1
        if len(args) < place + behind:
            raise TypeError(f'Too few arguments for {alias};'
                            f' actual {len(args)}, expected at least {len(parameters) - 1}')
        end = len(args) - behind
        return (*args[:place], tuple(args[place:end]), *args[end:])

    def __mro_entries__(self, bases):
        raise TypeError(f'Cannot subclass an instance of {type(self).__name__}')


class ParamSpecArgs(_Final, _Immutable, _root=True):
    """The args of a ParamSpec."""

    def __init__(self, origin):
        self.__origin__ = origin

    def __repr__(self):
        return f'{self.__origin__.__name__}.args'

    def __eq__(self, other):
        if not isinstance(other, ParamSpecArgs):
            return NotImplemented
        return self.__origin__ == other.__origin__

    __hash__ = None


class ParamSpecKwargs(_Final, _Immutable, _root=True):
    """The kwargs of a ParamSpec."""

    def __init__(self, origin):
        self.__origin__ = origin

    def __repr__(self):
        return f'{self.__origin__.__name__}.kwargs'

    def __eq__(self, other):
        if not isinstance(other, ParamSpecKwargs):
            return NotImplemented
        return self.__origin__ == other.__origin__

    __hash__ = None


class ParamSpec(_TypeVarLike, _root=True):
    """A variable for the parameters of a callable."""

    def __init__(self, name, *, bound=None, covariant=False, contravariant=False):
        self._settle(name, bound, covariant, contravariant)

    @property
    def args(self):
        return ParamSpecArgs(self)

    @property
    def kwargs(self):
        return ParamSpecKwargs(self)

    def __typing_subst__(self, arg):
        if isinstance(arg, (list, tuple)):
            return tuple(_type_check(each, 'Expected a type.') for each in arg)
        if not (arg is ... or isinstance(arg, (ParamSpec, _ConcatenateGenericAlias))):
            raise TypeError('Expected a list of types, an ellipsis, ParamSpec, or Concatenate. '
                            f'Got {arg}')
        return arg

    def __typing_prepare_subst__(self, alias, args):
        parameters = alias.__parameters__
        place = parameters.index(self)
        if place >= len(args):
            raise TypeError(f'Too few arguments for {alias}')
        if len(parameters) == 1 and not (
                args and (isinstance(args[0], (tuple, list)) or args[0] is ... or
                          isinstance(args[0], (ParamSpec, _ConcatenateGenericAlias)))):
            return (args,)
        if isinstance(args[place], list):
            args = (*args[:place], tuple(args[place]), *args[place + 1:])
        return args


# --- Aliases

class _BaseGenericAlias(_Final, _root=True):
    def __init__(self, origin, *, inst=True, name=None):
        self._inst = inst
        self._name = name
        self.__origin__ = origin
        self.__slots__ = None

    def __call__(self, *args, **kwargs):
        if not self._inst:
            raise TypeError(f'Type {self._name} cannot be instantiated; '
                            f'use {self.__origin__.__name__}() instead')
        result = self.__origin__(*args, **kwargs)
        try:
            result.__orig_class__ = self
        except AttributeError:
            pass
        return result

    def __mro_entries__(self, bases):
        result = []
        if self.__origin__ not in bases:
            result.append(self.__origin__)
        place = bases.index(self)
        for other in bases[place + 1:]:
            if isinstance(other, _BaseGenericAlias) or (
                    isinstance(other, type) and issubclass(other, Generic)):
                break
        else:
            result.append(Generic)
        return tuple(result)

    def __getattr__(self, attr):
        if attr in {'__origin__', '__args__'}:
            return super().__getattr__(attr)
        if attr in {'__name__', '__qualname__'}:
            return self._name or self.__origin__.__name__
        if '__origin__' in self.__dict__ and not (attr[:2] == attr[-2:] == '__'):
            return getattr(self.__origin__, attr)
        raise AttributeError(attr)

    def __setattr__(self, attr, value):
        if (attr[:2] == attr[-2:] == '__') or attr in {'_name', '_inst', '_nparams'}:
            super().__setattr__(attr, value)
        else:
            setattr(self.__origin__, attr, value)

    def __instancecheck__(self, obj):
        return self.__subclasscheck__(type(obj))

    def __subclasscheck__(self, cls):
        raise TypeError('Subscripted generics cannot be used with class and instance checks')

    def __dir__(self):
        return sorted({*dir(type(self)), *self.__dict__,
                       *(name for name in dir(self.__origin__) if name[:2] != '__')})


class _GenericAlias(_BaseGenericAlias, _root=True):
    """A generic type with arguments."""

    def __init__(self, origin, args, *, inst=True, name=None):
        super().__init__(origin, inst=inst, name=name)
        if not isinstance(args, tuple):
            args = (args,)
        self.__args__ = tuple(... if each is _ellipsis else each for each in args)
        self.__parameters__ = _collect_parameters(args)
        if not name:
            self.__module__ = origin.__module__

    def __eq__(self, other):
        if not isinstance(other, _GenericAlias):
            return NotImplemented
        return self.__origin__ == other.__origin__ and self.__args__ == other.__args__

    def __hash__(self):
        return hash((self.__origin__, self.__args__))

    def __or__(self, right):
        return Union[self, right]

    def __ror__(self, left):
        return Union[left, self]

    def __getitem__(self, args):
        if self.__origin__ in (Generic, Protocol):
            raise TypeError(f'Cannot subscript already-subscripted {self}')
        if not self.__parameters__:
            raise TypeError(f'{self} is not a generic class')
        if not isinstance(args, tuple):
            args = (args,)
        args = tuple(_type_convert(each) for each in args)
        return self._copy_with(self._substituted(args))

    def _substituted(self, args):
        parameters = self.__parameters__
        for each in parameters:
            prepare = getattr(each, '__typing_prepare_subst__', None)
            if prepare is not None:
                args = prepare(self, args)
        _check_count(self, args, len(parameters))
        return _substitute_all(self.__args__, dict(zip(parameters, args)))

    def _copy_with(self, args):
        return self.__class__(self.__origin__, args, name=self._name, inst=self._inst)

    def __repr__(self):
        if self._name:
            name = 'typing.' + self._name
        else:
            name = _type_repr(self.__origin__)
        if self.__args__:
            shown = ', '.join([_type_repr(each) for each in self.__args__])
        else:
            shown = '()'
        return f'{name}[{shown}]'

    def __reduce__(self):
        import operator
        origin = globals()[self._name] if self._name else self.__origin__
        args = self.__args__
        if len(args) == 1 and not isinstance(args[0], tuple):
            args, = args
        return operator.getitem, (origin, args)

    def __mro_entries__(self, bases):
        if isinstance(self.__origin__, _SpecialForm):
            raise TypeError(f'Cannot subclass {self!r}')
        if self._name:
            return super().__mro_entries__(bases)
        if self.__origin__ is Generic:
            if Protocol in bases:
                return ()
            place = bases.index(self)
            for other in bases[place + 1:]:
                if isinstance(other, _BaseGenericAlias) and other is not self:
                    return ()
        return (self.__origin__,)

    def __iter__(self):
        yield Unpack[self]


def _substitute_all(args, values):
    # args with the type variables replaced; what stands for several is spread.
    result = []
    for old in args:
        if isinstance(old, type) and not isinstance(old, GenericAlias):
            result.append(old)
            continue
        if isinstance(old, tuple):
            result.append(tuple(_substitute_all(old, values)))
            continue
        if isinstance(old, _UnpackGenericAlias) and old.__args__[0] in values:
            result.extend(values[old.__args__[0]])
            continue
        if hasattr(old, '__typing_subst__'):
            new = values[old] if isinstance(old, TypeVarTuple) else old.__typing_subst__(
                values[old])
        else:
            inside = getattr(old, '__parameters__', ())
            if not inside:
                new = old
            else:
                given = []
                for each in inside:
                    value = values[each]
                    if isinstance(each, TypeVarTuple):
                        given.extend(value)
                    else:
                        given.append(value)
                new = old[tuple(given)]
        if isinstance(new, tuple) and isinstance(old, ParamSpec):
            result.append(new)
        else:
            result.append(new)
    return tuple(result)


_ellipsis = object()


class _SpecialGenericAlias(_NotIterable, _BaseGenericAlias, _root=True):
    """A generic type of another module under its name in typing, such as List."""

    def __init__(self, origin, nparams, *, inst=True, name=None):
        super().__init__(origin, inst=inst, name=name or origin.__name__)
        self._nparams = nparams
        if origin.__module__ == 'builtins':
            self.__doc__ = f'A generic version of {origin.__qualname__}.'
        else:
            self.__doc__ = f'A generic version of {origin.__module__}.{origin.__qualname__}.'

    def __getitem__(self, parameters):
        if not isinstance(parameters, tuple):
            parameters = (parameters,)
        message = 'Parameters to generic types must be types.'
        parameters = tuple(_type_check(each, message) for each in parameters)
        _check_count(self, parameters, self._nparams)
        return self._copy_with(parameters)

    def _copy_with(self, args):
        return _GenericAlias(self.__origin__, args, name=self._name, inst=self._inst)

    def __repr__(self):
        return 'typing.' + self._name

    def __subclasscheck__(self, cls):
        if isinstance(cls, _SpecialGenericAlias):
            return issubclass(cls.__origin__, self.__origin__)
        if not isinstance(cls, _GenericAlias):
            return issubclass(cls, self.__origin__)
        return super().__subclasscheck__(cls)

    def __reduce__(self):
        return self._name

    def __or__(self, right):
        return Union[self, right]

    def __ror__(self, left):
        return Union[left, self]


class _CallableGenericAlias(_GenericAlias, _root=True):
    def __repr__(self):
        args = self.__args__
        if len(args) == 2 and (args[0] is ... or isinstance(
                args[0], (ParamSpec, _ConcatenateGenericAlias))):
            return super().__repr__()
        shown = ', '.join([_type_repr(each) for each in args[:-1]])
        return f'typing.Callable[[{shown}], {_type_repr(args[-1])}]'

    def _copy_with(self, args):
        *parameters, result = args
        if len(parameters) == 1 and isinstance(parameters[0], tuple):
            parameters = parameters[0]
        return _CallableGenericAlias(self.__origin__, (*parameters, result), name=self._name,
                                     inst=self._inst)


class _CallableType(_SpecialGenericAlias, _root=True):
    def __getitem__(self, parameters):
        if not isinstance(parameters, tuple) or len(parameters) != 2:
            raise TypeError('Callable must be used as Callable[[arg, ...], result].')
        args, result = parameters
        if isinstance(args, list):
            args = tuple(args)
        result = _type_check(result, 'Callable[args, result]: result must be a type.')
        if not isinstance(args, tuple):
            args = (args,)
        if not (args == (...,) or isinstance(args[0] if args else None,
                                             (ParamSpec, _ConcatenateGenericAlias))):
            args = tuple(_type_convert(each) for each in args)
        return _CallableGenericAlias(self.__origin__, (*args, result), name=self._name, inst=False)


class _TupleType(_SpecialGenericAlias, _root=True):
    def __getitem__(self, parameters):
        if not isinstance(parameters, tuple):
            parameters = (parameters,)
        message = 'Tuple[t0, t1, ...]: each t must be a type.'
        if len(parameters) >= 2 and parameters[-1] is ...:
            parameters = (*(_type_check(each, message) for each in parameters[:-1]), ...)
        else:
            parameters = tuple(_type_check(each, message) for each in parameters)
        return self._copy_with(parameters)


class _UnionGenericAlias(_GenericAlias, _root=True):
    def _copy_with(self, args):
        return Union[args]

    def __eq__(self, other):
        if not isinstance(other, (_UnionGenericAlias, types.UnionType)):
            return NotImplemented
        return set(self.__args__) == set(other.__args__)

    def __hash__(self):
        return hash(frozenset(self.__args__))

    def __repr__(self):
        args = self.__args__
        if len(args) == 2:
            if args[0] is type(None):
                return f'typing.Optional[{_type_repr(args[1])}]'
            if args[1] is type(None):
                return f'typing.Optional[{_type_repr(args[0])}]'
        return f'typing.Union[{", ".join([_type_repr(each) for each in args])}]'

    def __instancecheck__(self, obj):
        return self.__subclasscheck__(type(obj))

    def __subclasscheck__(self, cls):
        for each in self.__args__:
            if issubclass(cls, each):
                return True
        return False

    def __reduce__(self):
        import operator
        return operator.getitem, (Union, self.__args__)


class _LiteralGenericAlias(_GenericAlias, _root=True):
    def __eq__(self, other):
        if not isinstance(other, _LiteralGenericAlias):
            return NotImplemented
        return ({(value, type(value)) for value in self.__args__} ==
                {(value, type(value)) for value in other.__args__})

    def __hash__(self):
        return hash(frozenset((value, type(value)) for value in self.__args__))

    def __repr__(self):
        return f'typing.Literal[{", ".join(map(repr, self.__args__))}]'


class _ConcatenateGenericAlias(_GenericAlias, _root=True):
    pass


class _UnpackGenericAlias(_GenericAlias, _root=True):
    def __repr__(self):
        return '*' + _type_repr(self.__args__[0])


class _AnnotatedAlias(_GenericAlias, _root=True):
    def __init__(self, origin, metadata):
        if isinstance(origin, _AnnotatedAlias):
            metadata = origin.__metadata__ + metadata
            origin = origin.__origin__
        super().__init__(origin, (origin,), name='Annotated')
        self.__metadata__ = metadata

    def _copy_with(self, args):
        return _AnnotatedAlias(args[0], self.__metadata__)

    def __repr__(self):
        return 'typing.Annotated[{}, {}]'.format(
            _type_repr(self.__origin__), ', '.join(map(repr, self.__metadata__)))

    def __eq__(self, other):
        if not isinstance(other, _AnnotatedAlias):
            return NotImplemented
        return self.__origin__ == other.__origin__ and self.__metadata__ == other.__metadata__

    def __hash__(self):
        return hash((self.__origin__, self.__metadata__))

    def __getattr__(self, attr):
        if attr in {'__name__', '__qualname__'}:
            return 'Annotated'
        return super().__getattr__(attr)

    def __mro_entries__(self, bases):
        return (self.__origin__,)


class Annotated:
    """A type with further data."""

    __slots__ = ()

    def __new__(cls, *args, **kwargs):
        raise TypeError('Type Annotated cannot be instantiated.')

    def __class_getitem__(cls, params):
        if not isinstance(params, tuple) or len(params) < 2:
            raise TypeError('Annotated[...] should be used with at least two arguments (a type '
                            'and an annotation).')
        if _is_unpacked(params[0]):
            raise TypeError('Annotated[...] should not be used with an unpacked TypeVarTuple')
        origin = _type_check(params[0], 'Annotated[t, ...]: t must be a type.',
                             allow_special_forms=True)
        return _AnnotatedAlias(origin, tuple(params[1:]))

    def __init_subclass__(cls, *args, **kwargs):
        raise TypeError(f'Cannot subclass {cls.__module__}.Annotated')


class ForwardRef(_Final, _root=True):
    """A type named by text, to be looked up later."""

    __slots__ = ('__forward_arg__', '__forward_code__', '__forward_evaluated__',
                 '__forward_value__', '__forward_is_argument__', '__forward_is_class__',
                 '__forward_module__')

    def __init__(self, arg, is_argument=True, module=None, *, is_class=False):
        if not isinstance(arg, str):
            raise TypeError(f'Forward reference must be a string -- got {arg!r}')
        try:
            code = compile(f'(*tuple[{arg}],)[0]' if arg[:1] == '*' else arg, '<string>', 'eval')
        except SyntaxError:
            raise SyntaxError(f'Forward reference must be an expression -- got {arg!r}')
        self.__forward_arg__ = arg
        self.__forward_code__ = code
        self.__forward_evaluated__ = False
        self.__forward_value__ = None
        self.__forward_is_argument__ = is_argument
        self.__forward_is_class__ = is_class
        self.__forward_module__ = module

    def _evaluate(self, globalns, localns, recursive_guard):
        if self.__forward_arg__ in recursive_guard:
            return self
        if not self.__forward_evaluated__ or localns is not globalns:
            if globalns is None and localns is None:
                globalns = localns = {}
            elif globalns is None:
                globalns = localns
            elif localns is None:
                localns = globalns
            if self.__forward_module__ is not None:
                globalns = getattr(sys.modules.get(self.__forward_module__), '__dict__', globalns)
            value = _type_check(eval(self.__forward_code__, globalns, localns),
                                'Forward references must evaluate to types.',
                                is_argument=self.__forward_is_argument__,
                                allow_special_forms=self.__forward_is_class__)
            self.__forward_value__ = _eval_type(value, globalns, localns,
                                                recursive_guard | {self.__forward_arg__})
            self.__forward_evaluated__ = True
        return self.__forward_value__

    def __eq__(self, other):
        if not isinstance(other, ForwardRef):
            return NotImplemented
        if self.__forward_evaluated__ and other.__forward_evaluated__:
            return (self.__forward_arg__ == other.__forward_arg__ and
                    self.__forward_value__ == other.__forward_value__)
        return (self.__forward_arg__ == other.__forward_arg__ and
                self.__forward_module__ == other.__forward_module__)

    def __hash__(self):
        return hash((self.__forward_arg__, self.__forward_module__))

    def __or__(self, other):
        return Union[self, other]

    def __ror__(self, other):
        return Union[other, self]

    def __repr__(self):
        if self.__forward_module__ is None:
            return f'ForwardRef({self.__forward_arg__!r})'
        return f'ForwardRef({self.__forward_arg__!r}, module={self.__forward_module__!r})'


# --- Generic classes and protocols

class Generic:
    """What generic classes derive from."""

    __slots__ = ()
    _is_protocol = False

    def __class_getitem__(cls, params):
        if not isinstance(params, tuple):
            params = (params,)
        params = tuple(_type_convert(each) for each in params)
        if cls in (Generic, Protocol):
            if not params:
                raise TypeError(f'Parameter list to {cls.__qualname__}[...] cannot be empty')
            for each in params:
                if not (isinstance(each, (_TypeVarLike, TypeVarTuple)) or _is_unpacked(each)):
                    raise TypeError(f'Parameters to {cls.__name__}[...] must all be type '
                                    'variables or parameter specification variables.')
            if len(set(params)) != len(params):
                raise TypeError(f'Parameters to {cls.__name__}[...] must all be unique')
        else:
            for each in cls.__parameters__:
                prepare = getattr(each, '__typing_prepare_subst__', None)
                if prepare is not None:
                    params = prepare(cls, params)
            _check_count(cls, params, len(cls.__parameters__))
            checked = []
            for variable, value in zip(cls.__parameters__, params):
                if isinstance(variable, TypeVarTuple):
                    checked.extend(value)
                else:
                    checked.append(variable.__typing_subst__(value))
            params = tuple(checked)
        return _GenericAlias(cls, params)

    def __init_subclass__(cls, *args, **kwargs):
        super().__init_subclass__(*args, **kwargs)
        variables = ()
        if '__orig_bases__' in cls.__dict__:
            error = Generic in cls.__orig_bases__
        else:
            error = Generic in cls.__bases__ and cls.__name__ != 'Protocol' and (
                type(cls) != _TypedDictMeta)
        if error:
            raise TypeError('Cannot inherit from plain Generic')
        if '__orig_bases__' in cls.__dict__:
            variables = _collect_parameters(cls.__orig_bases__)
            given = None
            for base in cls.__orig_bases__:
                if isinstance(base, _GenericAlias) and base.__origin__ is Generic:
                    if given is not None:
                        raise TypeError('Cannot inherit from Generic[...] multiple times.')
                    given = base.__parameters__
            if given is not None:
                missing = [each for each in variables if each not in given]
                if missing:
                    shown = ', '.join(map(str, missing))
                    names = ', '.join(map(str, given))
                    raise TypeError(f'Some type variables ({shown}) are not listed in '
                                    f'Generic[{names}]')
                variables = given
        cls.__parameters__ = tuple(variables)


_protocol_own = frozenset((
    '__abstractmethods__', '__annotations__', '__dict__', '__doc__', '__init__', '__module__',
    '__new__', '__slots__', '__subclasshook__', '__weakref__', '__class_getitem__',
    '__parameters__', '__orig_bases__', '__orig_class__', '_is_protocol', '_is_runtime_protocol',
    '__protocol_attrs__', '_abc_impl', '__init_subclass__', '__match_args__'))


def _protocol_attributes(cls):
    names = set()
    for base in cls.__mro__[:-1]:
        if base.__name__ in ('Protocol', 'Generic'):
            continue
        for name in [*base.__dict__, *base.__dict__.get('__annotations__', ())]:
            if not name.startswith('_abc_') and name not in _protocol_own:
                names.add(name)
    return names


def _only_methods(cls):
    return all(callable(getattr(cls, name, None)) for name in _protocol_attributes(cls))


class _ProtocolMeta(ABCMeta):
    def __instancecheck__(cls, instance):
        if getattr(cls, '_is_protocol', False) and not getattr(
                cls, '_is_runtime_protocol', False):
            raise TypeError('Instance and class checks can only be used with @runtime_checkable '
                            'protocols')
        if (not getattr(cls, '_is_protocol', False) or _only_methods(cls)) and issubclass(
                instance.__class__, cls):
            return True
        if getattr(cls, '_is_protocol', False):
            for name in _protocol_attributes(cls):
                value = getattr(instance, name, _missing)
                if value is _missing:
                    break
                if value is None and callable(getattr(cls, name, None)):
                    break
            else:
                return True
        return super().__instancecheck__(instance)


def _no_init(self, *args, **kwargs):
    cls = type(self)
    if cls._is_protocol:
        raise TypeError('Protocols cannot be instantiated')
    # The class is none: what its other bases say of __init__ counts.
    if cls.__init__ is not _no_init:
        return
    for base in cls.__mro__:
        init = base.__dict__.get('__init__', _no_init)
        if init is not _no_init:
            cls.__init__ = init
            break
    else:
        cls.__init__ = object.__init__
    cls.__init__(self, *args, **kwargs)


class Protocol(Generic, metaclass=_ProtocolMeta):
    """What classes are that say which methods others must have."""

    __slots__ = ()
    _is_protocol = True
    _is_runtime_protocol = False

    def __init_subclass__(cls, *args, **kwargs):
        super().__init_subclass__(*args, **kwargs)
        if not cls.__dict__.get('_is_protocol', False):
            cls._is_protocol = any(base is Protocol for base in cls.__bases__)

        def __subclasshook__(other):
            if not cls.__dict__.get('_is_protocol', False):
                return NotImplemented
            if not getattr(cls, '_is_runtime_protocol', False):
                if sys._getframe(1).f_globals.get('__name__') in ('abc', 'functools', 'typing'):
                    return NotImplemented
                raise TypeError('Instance and class checks can only be used with '
                                '@runtime_checkable protocols')
            if not _only_methods(cls):
                if sys._getframe(1).f_globals.get('__name__') in ('abc', 'functools', 'typing'):
                    return NotImplemented
                raise TypeError("Protocols with non-method members don't support issubclass()")
            if not isinstance(other, type):
                raise TypeError('issubclass() arg 1 must be a class')
            for name in _protocol_attributes(cls):
                for base in other.__mro__:
                    if name in base.__dict__:
                        if base.__dict__[name] is None:
                            return NotImplemented
                        break
                    annotations = getattr(base, '__annotations__', {})
                    if name in annotations and getattr(other, '_is_protocol', False):
                        break
                else:
                    return NotImplemented
            return True

        if '__subclasshook__' not in cls.__dict__:
            cls.__subclasshook__ = __subclasshook__
        if not cls._is_protocol:
            return
        for base in cls.__bases__:
            if not (base in (object, Generic) or
                    base.__module__ in ('collections.abc', 'contextlib') and
                    base.__name__ in _protocol_bases or
                    issubclass(base, Generic) and getattr(base, '_is_protocol', False)):
                raise TypeError(f'Protocols can only inherit from other protocols, got {base!r}')
        if cls.__init__ is Protocol.__init__:
            cls.__init__ = _no_init


_protocol_bases = frozenset((
    'Callable', 'Awaitable', 'Iterable', 'Iterator', 'AsyncIterable', 'AsyncIterator', 'Hashable',
    'Sized', 'Container', 'Collection', 'Reversible', 'AbstractContextManager',
    'AbstractAsyncContextManager'))


def runtime_checkable(cls):
    """Allow isinstance() and issubclass() with a protocol."""
    if not (isinstance(cls, type) and issubclass(cls, Generic)) or not cls._is_protocol:
        raise TypeError('@runtime_checkable can be only applied to protocol classes,'
                        ' got %r' % cls)
    cls._is_runtime_protocol = True
    return cls


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


# --- Tuples and dicts with types

_named_tuple_own = frozenset({'__new__', '__init__', '__slots__', '__getnewargs__', '_fields',
                              '_field_defaults', '_make', '_replace', '_asdict', '_source'})
_named_tuple_kept = frozenset({'__module__', '__name__', '__annotations__'})


def _make_named_tuple(name, types, module, defaults=()):
    fields = [field for field, _ in types]
    types = {field: _type_check(each, f'field {field} annotation must be a type')
             for field, each in types}
    made = collections.namedtuple(name, fields, defaults=defaults, module=module)
    made.__annotations__ = made.__new__.__annotations__ = types
    return made


class _NamedTupleMeta(type):
    def __new__(cls, typename, bases, namespace):
        if _NamedTuple not in bases:
            raise TypeError('NamedTuple required')
        for base in bases:
            if base is not _NamedTuple and base is not Generic:
                raise TypeError('can only inherit from a NamedTuple type and Generic')
        bases = tuple(tuple if base is _NamedTuple else base for base in bases)
        types = namespace.get('__annotations__', {})
        default_names = []
        for name in types:
            if name in namespace:
                default_names.append(name)
            elif default_names:
                raise TypeError(f'Non-default namedtuple field {name} cannot follow default field'
                                f'{"s" if len(default_names) > 1 else ""} '
                                f'{", ".join(default_names)}')
        made = _make_named_tuple(typename, types.items(), namespace['__module__'],
                                 [namespace[name] for name in default_names])
        made.__bases__ = bases
        if Generic in bases:
            made.__class_getitem__ = classmethod(Generic.__class_getitem__.__func__)
        for key in namespace:
            if key in _named_tuple_own:
                raise AttributeError('Cannot overwrite NamedTuple attribute ' + key)
            if key not in _named_tuple_kept and key not in made._fields:
                setattr(made, key, namespace[key])
        if Generic in bases:
            made.__init_subclass__()
        return made


def NamedTuple(typename, fields=None, /, **kwargs):
    """A named tuple whose fields have types."""
    if fields is None:
        fields = kwargs.items()
    elif kwargs:
        raise TypeError('Either list of fields or keywords can be provided to NamedTuple, not '
                        'both')
    return _make_named_tuple(typename, fields, _calling_module())


_NamedTuple = type.__new__(_NamedTupleMeta, 'NamedTuple', (), {})


def _named_tuple_entries(bases):
    return (_NamedTuple,)


NamedTuple.__mro_entries__ = _named_tuple_entries


def _calling_module(depth=2):
    try:
        return sys._getframe(depth).f_globals.get('__name__', '__main__')
    except (AttributeError, ValueError):
        return None


class _TypedDictMeta(type):
    def __new__(cls, name, bases, namespace, total=True):
        for base in bases:
            if type(base) is not _TypedDictMeta and base is not Generic:
                raise TypeError('cannot inherit from both a TypedDict type and a non-TypedDict '
                                'base class')
        generic_base = (Generic,) if any(issubclass(base, Generic) for base in bases) else ()
        made = type.__new__(_TypedDictMeta, name, (*generic_base, dict), namespace)
        own = namespace.get('__annotations__', {})
        message = "TypedDict('Name', {f0: t0, f1: t1, ...}); each t must be a type"
        own = {key: _type_check(each, message, module=made.__module__)
               for key, each in own.items()}
        annotations = {}
        required = set()
        optional = set()
        for base in bases:
            annotations.update(base.__dict__.get('__annotations__', {}))
            required.update(base.__dict__.get('__required_keys__', ()))
            optional.update(base.__dict__.get('__optional_keys__', ()))
        annotations.update(own)
        for key, each in own.items():
            origin = get_origin(each)
            if origin is Annotated:
                inner = get_args(each)
                if inner:
                    origin = get_origin(inner[0])
            if origin is Required or origin is not NotRequired and total:
                required.add(key)
            else:
                optional.add(key)
        made.__annotations__ = annotations
        made.__required_keys__ = frozenset(required)
        made.__optional_keys__ = frozenset(optional)
        if not hasattr(made, '__total__'):
            made.__total__ = total
        return made

    __call__ = dict

    def __subclasscheck__(cls, other):
        raise TypeError('TypedDict does not support instance and class checks')

    __instancecheck__ = __subclasscheck__


def TypedDict(typename, fields=None, /, *, total=True, **kwargs):
    """A dict whose keys have types of their own."""
    if fields is None:
        fields = kwargs
    elif kwargs:
        raise TypeError('TypedDict takes either a dict or keyword arguments, but not both')
    namespace = {'__annotations__': dict(fields)}
    module = _calling_module()
    if module is not None:
        namespace['__module__'] = module
    return _TypedDictMeta(typename, (), namespace, total=total)


_TypedDict = type.__new__(_TypedDictMeta, 'TypedDict', (), {})
TypedDict.__mro_entries__ = lambda bases: (_TypedDict,)


def is_typeddict(tp):
    """Whether something is a TypedDict class."""
    return isinstance(tp, _TypedDictMeta)


class NewType:
    """A name for a type that checkers take for a subtype."""

    __call__ = staticmethod(lambda value: value)

    def __init__(self, name, tp):
        self.__qualname__ = name
        self.__name__ = name.rpartition('.')[2]
        self.__supertype__ = tp
        module = _calling_module()
        if module != 'typing':
            self.__module__ = module

    def __call__(self, x):
        return x

    def __mro_entries__(self, bases):
        name = self.__name__

        class Refusing:
            def __init_subclass__(cls):
                raise TypeError(
                    'Cannot subclass an instance of NewType. Perhaps you were looking for: '
                    f'`{cls.__name__} = NewType({cls.__name__!r}, {name})`')
        return (Refusing,)

    def __repr__(self):
        return f'{self.__module__}.{self.__qualname__}'

    def __reduce__(self):
        return self.__qualname__

    def __or__(self, other):
        return Union[self, other]

    def __ror__(self, other):
        return Union[other, self]


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


def _eval_type(value, globalns, localns, recursive_guard=frozenset()):
    # Names in text replaced by what they name, all through a type.
    if isinstance(value, ForwardRef):
        return value._evaluate(globalns, localns, recursive_guard)
    if isinstance(value, (_GenericAlias, GenericAlias, types.UnionType)):
        args = tuple(
            ForwardRef(arg) if isinstance(value, GenericAlias) and isinstance(arg, str) else arg
            for arg in value.__args__)
        new = tuple(_eval_type(arg, globalns, localns, recursive_guard) for arg in args)
        if new == value.__args__:
            return value
        if isinstance(value, GenericAlias):
            return GenericAlias(value.__origin__, new)
        if isinstance(value, types.UnionType):
            result = new[0]
            for each in new[1:]:
                result = result | each
            return result
        return value._copy_with(new)
    return value


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


def get_origin(tp):
    """The generic type without its arguments; None if there are none."""
    if isinstance(tp, _AnnotatedAlias):
        return Annotated
    if isinstance(tp, (_BaseGenericAlias, GenericAlias, ParamSpecArgs, ParamSpecKwargs)):
        return tp.__origin__
    if tp is Generic:
        return Generic
    if isinstance(tp, types.UnionType):
        return types.UnionType
    return None


def get_args(tp):
    """The arguments of a generic type."""
    if isinstance(tp, _AnnotatedAlias):
        return (tp.__origin__,) + tp.__metadata__
    if isinstance(tp, (_GenericAlias, GenericAlias)):
        args = tp.__args__
        if tp.__origin__ is _abc.Callable and not (
                len(args) == 2 and (args[0] is ... or isinstance(
                    args[0], (ParamSpec, _ConcatenateGenericAlias)))):
            return list(args[:-1]), args[-1]
        return args
    if isinstance(tp, types.UnionType):
        return tp.__args__
    return ()


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
