"""Classes that mainly hold fields."""

import sys
from types import GenericAlias, MappingProxyType

__all__ = ['dataclass', 'field', 'Field', 'FrozenInstanceError', 'InitVar', 'KW_ONLY', 'MISSING',
           'fields', 'asdict', 'astuple', 'make_dataclass', 'replace', 'is_dataclass']

_FIELDS = '__dataclass_fields__'
_PARAMS = '__dataclass_params__'


class FrozenInstanceError(AttributeError):
    pass


class _DefaultFactory:
    def __repr__(self):
        return '<factory>'


_default_factory = _DefaultFactory()


class _MISSING_TYPE:
    pass


MISSING = _MISSING_TYPE()


class _KW_ONLY_TYPE:
    pass


KW_ONLY = _KW_ONLY_TYPE()

_no_metadata = MappingProxyType({})


class _FieldKind:
    def __init__(self, name):
        self.name = name

    def __repr__(self):
        return self.name


_FIELD = _FieldKind('_FIELD')
_FIELD_CLASSVAR = _FieldKind('_FIELD_CLASSVAR')
_FIELD_INITVAR = _FieldKind('_FIELD_INITVAR')


class InitVar:
    """The type of a parameter of __init__ that is no field."""

    __slots__ = ('type',)

    def __init__(self, type):
        self.type = type

    def __repr__(self):
        if isinstance(self.type, type):
            shown = self.type.__name__
        else:
            shown = repr(self.type)
        return f'dataclasses.InitVar[{shown}]'

    def __class_getitem__(cls, type):
        return InitVar(type)


class Field:
    """What is known of a field; made by field()."""

    __slots__ = ('name', 'type', 'default', 'default_factory', 'repr', 'hash', 'init', 'compare',
                 'metadata', 'kw_only', '_field_type')

    def __init__(self, default, default_factory, init, repr, hash, compare, metadata, kw_only):
        self.name = None
        self.type = None
        self.default = default
        self.default_factory = default_factory
        self.init = init
        self.repr = repr
        self.hash = hash
        self.compare = compare
        self.metadata = _no_metadata if metadata is None else MappingProxyType(metadata)
        self.kw_only = kw_only
        self._field_type = None

    def __repr__(self):
        shown = ','.join(f'{name}={getattr(self, name)!r}' for name in self.__slots__)
        return f'Field({shown})'

    def __set_name__(self, owner, name):
        method = getattr(type(self.default), '__set_name__', None)
        if method:
            method(self.default, owner, name)

    __class_getitem__ = classmethod(GenericAlias)


class _DataclassParams:
    __slots__ = ('init', 'repr', 'eq', 'order', 'unsafe_hash', 'frozen')

    def __init__(self, init, repr, eq, order, unsafe_hash, frozen):
        self.init = init
        self.repr = repr
        self.eq = eq
        self.order = order
        self.unsafe_hash = unsafe_hash
        self.frozen = frozen

    def __repr__(self):
        shown = ','.join(f'{name}={getattr(self, name)!r}' for name in self.__slots__)
        return f'_DataclassParams({shown})'


def field(*, default=MISSING, default_factory=MISSING, init=True, repr=True, hash=None,
          compare=True, metadata=None, kw_only=MISSING):
    """Say more about a field than its type and default."""
    if default is not MISSING and default_factory is not MISSING:
        raise ValueError('cannot specify both default and default_factory')
    return Field(default, default_factory, init, repr, hash, compare, metadata, kw_only)


# --- Which annotations are fields

def _is_type(annotation, cls, module_name, wanted, is_wanted):
    # Whether an annotation, perhaps as text ("module.Name[...]"), is one of the special types.
    if not isinstance(annotation, str):
        return is_wanted(annotation)
    text = annotation.partition('[')[0].strip()
    prefix, _, name = text.rpartition('.')
    namespace = sys.modules.get(cls.__module__).__dict__
    if prefix:
        module = namespace.get(prefix)
        if module is None or getattr(module, '__name__', None) != module_name:
            return False
        namespace = module.__dict__
    return name.isidentifier() and is_wanted(namespace.get(name))


def _is_classvar(annotation):
    typing = sys.modules.get('typing')
    return typing is not None and (
        annotation is typing.ClassVar or
        type(annotation) is typing._GenericAlias and annotation.__origin__ is typing.ClassVar)


def _is_initvar(annotation):
    return annotation is InitVar or type(annotation) is InitVar


def _is_kw_only(annotation):
    return annotation is KW_ONLY


def _get_field(cls, name, annotation, kw_only):
    default = getattr(cls, name, MISSING)
    if isinstance(default, Field):
        made = default
    else:
        if type(default).__name__ == 'member_descriptor':
            default = MISSING  # of __slots__
        made = field(default=default)
    made.name = name
    made.type = annotation
    made._field_type = _FIELD
    if _is_type(annotation, cls, 'typing', 'ClassVar', _is_classvar):
        made._field_type = _FIELD_CLASSVAR
    elif _is_type(annotation, cls, 'dataclasses', 'InitVar', _is_initvar):
        made._field_type = _FIELD_INITVAR
    if made._field_type is not _FIELD and made.default_factory is not MISSING:
        raise TypeError(f'field {made.name} cannot have a default factory')
    if made._field_type is _FIELD_CLASSVAR:
        if made.kw_only is not MISSING:
            raise TypeError(f'field {made.name} is a ClassVar but specifies kw_only')
    elif made.kw_only is MISSING:
        made.kw_only = kw_only
    if made._field_type is _FIELD and made.default.__class__.__hash__ is None:
        raise ValueError(f'mutable default {type(made.default)} for field {made.name} is not '
                         'allowed: use default_factory')
    return made


# --- Making methods

def _make_function(name, parameters, body, globals, bindings, result=MISSING):
    # A function from text; `bindings` are names of its own scope.
    body = '\n'.join(f'  {line}' for line in body)
    arrow = ''
    if result is not MISSING:
        bindings = {**bindings, '_return_type': result}
        arrow = ' -> _return_type'
    text = (f'def _make({", ".join(bindings)}):\n def {name}({", ".join(parameters)}){arrow}:\n'
            f'{body}\n return {name}')
    namespace = {}
    exec(text, globals, namespace)
    return namespace['_make'](**bindings)


def _fields_tuple(owner, fields):
    if not fields:
        return '()'
    return f'({",".join(f"{owner}.{each.name}" for each in fields)},)'


def _parameter(each):
    # A field as a parameter of __init__.
    if each.default is MISSING and each.default_factory is MISSING:
        default = ''
    elif each.default is not MISSING:
        default = f'=_default_{each.name}'
    else:
        default = '=_default_factory'
    return f'{each.name}:_type_{each.name}{default}'


def _assignment(each, frozen, self_name, bindings):
    # The line of __init__ that sets a field; None if there is nothing to do.
    if each.default_factory is not MISSING:
        bindings[f'_factory_{each.name}'] = each.default_factory
        if each.init:
            bindings['_default_factory'] = _default_factory
            value = (f'_factory_{each.name}() if {each.name} is _default_factory '
                     f'else {each.name}')
        else:
            value = f'_factory_{each.name}()'
    elif each.init:
        if each.default is not MISSING:
            bindings[f'_default_{each.name}'] = each.default
        value = each.name
    else:
        return None
    if each._field_type is _FIELD_INITVAR:
        return None
    if frozen:
        return f'_object_setattr({self_name},{each.name!r},{value})'
    return f'{self_name}.{each.name}={value}'


def _make_init(all_fields, positional, keyword_only, frozen, has_post_init, self_name, globals,
               slots):
    seen_default = None
    for each in positional:
        if each.init:
            if each.default is not MISSING or each.default_factory is not MISSING:
                seen_default = each
            elif seen_default is not None:
                raise TypeError(f'non-default argument {each.name!r} follows default argument')
    bindings = {f'_type_{each.name}': each.type for each in all_fields if each.init}
    if frozen:
        bindings['_object_setattr'] = object.__setattr__
    body = []
    for each in all_fields:
        if slots and not each.init and each.default is not MISSING and (
                each.default_factory is MISSING and each._field_type is _FIELD):
            # The class attribute with the default gives way to the slot.
            bindings[f'_default_{each.name}'] = each.default
            value = f'_default_{each.name}'
            line = f'_object_setattr({self_name},{each.name!r},{value})' if frozen else (
                f'{self_name}.{each.name}={value}')
        else:
            line = _assignment(each, frozen, self_name, bindings)
        if line:
            body.append(line)
    if has_post_init:
        given = ','.join(each.name for each in all_fields if each._field_type is _FIELD_INITVAR)
        body.append(f'{self_name}.__post_init__({given})')
    parameters = [self_name, *[_parameter(each) for each in positional if each.init]]
    keyword_only = [_parameter(each) for each in keyword_only if each.init]
    if keyword_only:
        parameters += ['*', *keyword_only]
    return _make_function('__init__', parameters, body or ['pass'], globals, bindings, None)


def _make_repr(fields):
    # One call in progress per object: what holds itself shows as dots.
    running = set()
    names = [each.name for each in fields]

    def __repr__(self):
        key = id(self)
        if key in running:
            return '...'
        running.add(key)
        try:
            shown = ', '.join([f'{name}={getattr(self, name)!r}' for name in names])
            return f'{self.__class__.__qualname__}({shown})'
        finally:
            running.discard(key)
    return __repr__


def _make_comparison(name, operator, fields, globals):
    return _make_function(
        name, ['self', 'other'],
        ['if other.__class__ is self.__class__:',
         f' return {_fields_tuple("self", fields)}{operator}{_fields_tuple("other", fields)}',
         'return NotImplemented'], globals, {})


def _make_frozen(cls, fields, globals):
    bindings = {'cls': cls, 'FrozenInstanceError': FrozenInstanceError}
    condition = 'type(self) is cls'
    if fields:
        condition += f' or name in {{{", ".join(repr(each.name) for each in fields)}}}'
    return (
        _make_function('__setattr__', ['self', 'name', 'value'],
                       [f'if {condition}:',
                        ' raise FrozenInstanceError(f"cannot assign to field {name!r}")',
                        'super(cls, self).__setattr__(name, value)'], globals, bindings),
        _make_function('__delattr__', ['self', 'name'],
                       [f'if {condition}:',
                        ' raise FrozenInstanceError(f"cannot delete field {name!r}")',
                        'super(cls, self).__delattr__(name)'], globals, bindings))


def _set_new_attribute(cls, name, value):
    # False when the class has it.
    if name in cls.__dict__:
        return False
    if hasattr(value, '__code__'):
        value.__qualname__ = f'{cls.__qualname__}.{value.__name__}'
    setattr(cls, name, value)
    return True


def _settle_hash(cls, unsafe_hash, eq, frozen, fields, has_explicit_hash, globals):
    if unsafe_hash:
        if has_explicit_hash:
            raise TypeError(f'Cannot overwrite attribute __hash__ in class {cls.__name__}')
    elif not eq:
        return
    elif not frozen:
        if not has_explicit_hash:
            cls.__hash__ = None
        return
    elif has_explicit_hash:
        return
    hashed = [each for each in fields if (each.compare if each.hash is None else each.hash)]
    made = _make_function('__hash__', ['self'],
                          [f'return hash({_fields_tuple("self", hashed)})'], globals, {})
    made.__qualname__ = f'{cls.__qualname__}.__hash__'
    cls.__hash__ = made


# --- The decorator

def _process_class(cls, init, repr, eq, order, unsafe_hash, frozen, match_args, kw_only, slots,
                   weakref_slot):
    fields = {}
    module = sys.modules.get(cls.__module__)
    globals = module.__dict__ if module is not None else {}
    setattr(cls, _PARAMS, _DataclassParams(init, repr, eq, order, unsafe_hash, frozen))

    any_frozen_base = has_dataclass_bases = False
    for base in cls.__mro__[-1:0:-1]:
        base_fields = base.__dict__.get(_FIELDS)
        if base_fields is not None:
            has_dataclass_bases = True
            fields.update(base_fields)
            if getattr(base, _PARAMS).frozen:
                any_frozen_base = True

    own_fields = []
    seen_kw_only = False
    for name, annotation in cls.__dict__.get('__annotations__', {}).items():
        if _is_kw_only(annotation) or _is_type(annotation, cls, 'dataclasses', 'KW_ONLY',
                                               _is_kw_only):
            if seen_kw_only:
                raise TypeError(f'{name!r} is KW_ONLY, but KW_ONLY has already been specified')
            seen_kw_only = kw_only = True
        else:
            own_fields.append(_get_field(cls, name, annotation, kw_only))
    for each in own_fields:
        fields[each.name] = each
        # The class keeps the default itself.
        if isinstance(getattr(cls, each.name, None), Field):
            if each.default is MISSING:
                delattr(cls, each.name)
            else:
                setattr(cls, each.name, each.default)
    for name, value in cls.__dict__.items():
        if isinstance(value, Field) and name not in cls.__dict__.get('__annotations__', {}):
            raise TypeError(f'{name!r} is a field but has no type annotation')

    if has_dataclass_bases:
        if any_frozen_base and not frozen:
            raise TypeError('cannot inherit non-frozen dataclass from a frozen one')
        if not any_frozen_base and frozen:
            raise TypeError('cannot inherit frozen dataclass from a non-frozen one')

    setattr(cls, _FIELDS, fields)
    if order and not eq:
        raise ValueError('eq must be true if order is true')

    parameters = [each for each in fields.values() if each._field_type is not _FIELD_CLASSVAR]
    positional = [each for each in parameters if each.init and not each.kw_only]
    keyword_only = [each for each in parameters if each.init and each.kw_only]
    real_fields = [each for each in fields.values() if each._field_type is _FIELD]
    made_init = False
    if init:
        self_name = '__dataclass_self__' if 'self' in fields else 'self'
        made_init = _set_new_attribute(cls, '__init__', _make_init(
            parameters, positional, keyword_only, frozen, hasattr(cls, '__post_init__'),
            self_name, globals, slots))
    if repr:
        _set_new_attribute(cls, '__repr__',
                           _make_repr([each for each in real_fields if each.repr]))
    compared = [each for each in real_fields if each.compare]
    # __hash__ is settled by what the class itself says of __eq__ and __hash__.
    class_hash = cls.__dict__.get('__hash__', MISSING)
    has_explicit_hash = not (class_hash is MISSING or
                             class_hash is None and '__eq__' in cls.__dict__)
    if eq:
        _set_new_attribute(cls, '__eq__', _make_comparison('__eq__', '==', compared, globals))
    if order:
        for name, operator in (('__lt__', '<'), ('__le__', '<='), ('__gt__', '>'),
                               ('__ge__', '>=')):
            if not _set_new_attribute(
                    cls, name, _make_comparison(name, operator, compared, globals)):
                raise TypeError(f'Cannot overwrite attribute {name} in class {cls.__name__}. '
                                'Consider using functools.total_ordering')
    if frozen:
        for made in _make_frozen(cls, real_fields, globals):
            if not _set_new_attribute(cls, made.__name__, made):
                raise TypeError(f'Cannot overwrite attribute {made.__name__} in class '
                                f'{cls.__name__}')
    _settle_hash(cls, unsafe_hash, eq, frozen, real_fields, has_explicit_hash, globals)
    if not getattr(cls, '__doc__'):
        cls.__doc__ = cls.__name__ + _signature_text(cls, made_init, positional, keyword_only)
    if match_args:
        _set_new_attribute(cls, '__match_args__', tuple(each.name for each in positional))
    if weakref_slot and not slots:
        raise TypeError('weakref_slot is True but slots is False')
    if slots:
        cls = _with_slots(cls, frozen, weakref_slot)
    # Classes with abstract methods may have got some defined.
    if hasattr(cls, '__abstractmethods__'):
        import abc
        abc.update_abstractmethods(cls)
    return cls


def _shown_annotation(annotation):
    if isinstance(annotation, GenericAlias):
        return str(annotation)
    if getattr(annotation, '__module__', None) == 'typing':
        return repr(annotation).replace('typing.', '')
    if isinstance(annotation, type):
        if annotation.__module__ == 'builtins':
            return annotation.__qualname__
        return f'{annotation.__module__}.{annotation.__qualname__}'
    return repr(annotation)


def _shown_parameter(each):
    shown = f'{each.name}: {_shown_annotation(each.type)}'
    if each.default_factory is not MISSING:
        return shown + ' = <factory>'
    return shown if each.default is MISSING else f'{shown} = {each.default!r}'


def _signature_text(cls, made_init, positional, keyword_only):
    # What stands in the docstring: the parameters, without the result.
    if made_init:
        shown = list(map(_shown_parameter, positional))
        if keyword_only:
            shown += ['*', *map(_shown_parameter, keyword_only)]
        return f'({", ".join(shown)})'
    import inspect
    try:
        return str(inspect.signature(cls)).replace(' -> None', '')
    except (TypeError, ValueError):
        return ''


def _slot_names(cls):
    slots = cls.__dict__.get('__slots__')
    if slots is None:
        return
    if isinstance(slots, str):
        yield slots
    elif not hasattr(slots, '__next__'):
        yield from slots
    else:
        raise TypeError(f"Slots of '{cls.__name__}' cannot be determined")


def _get_state(self):
    return [getattr(self, each.name) for each in fields(self)]


def _set_state(self, state):
    for each, value in zip(fields(self), state):
        object.__setattr__(self, each.name, value)


def _with_slots(cls, frozen, weakref_slot):
    # A class like this one that has __slots__: these are settled when a class is made.
    if '__slots__' in cls.__dict__:
        raise TypeError(f'{cls.__name__} already specifies __slots__')
    namespace = dict(cls.__dict__)
    names = tuple(each.name for each in fields(cls))
    inherited = {name for base in cls.__mro__[1:-1] for name in _slot_names(base)}
    slots = [name for name in names if name not in inherited]
    if weakref_slot and '__weakref__' not in inherited:
        slots.append('__weakref__')
    namespace['__slots__'] = tuple(slots)
    for name in names:
        namespace.pop(name, None)
    namespace.pop('__dict__', None)
    namespace.pop('__weakref__', None)
    qualname = getattr(cls, '__qualname__', None)
    made = type(cls)(cls.__name__, cls.__bases__, namespace)
    if qualname is not None:
        made.__qualname__ = qualname
    if frozen:
        if '__getstate__' not in namespace:
            made.__getstate__ = _get_state
        if '__setstate__' not in namespace:
            made.__setstate__ = _set_state
        # The checks refer to the class they were made for.
        for method in _make_frozen(made, fields(made), {}):
            method.__qualname__ = f'{made.__qualname__}.{method.__name__}'
            setattr(made, method.__name__, method)
    return made


def dataclass(cls=None, /, *, init=True, repr=True, eq=True, order=False, unsafe_hash=False,
              frozen=False, match_args=True, kw_only=False, slots=False, weakref_slot=False):
    """Add the methods that follow from the annotated fields of a class."""

    def wrap(cls):
        return _process_class(cls, init, repr, eq, order, unsafe_hash, frozen, match_args,
                              kw_only, slots, weakref_slot)

    return wrap if cls is None else wrap(cls)


# --- Looking at dataclasses

def fields(class_or_instance):
    """The fields of a dataclass, as a tuple."""
    try:
        known = getattr(class_or_instance, _FIELDS)
    except AttributeError:
        raise TypeError('must be called with a dataclass type or instance') from None
    return tuple(each for each in known.values() if each._field_type is _FIELD)


def _is_dataclass_instance(obj):
    return hasattr(type(obj), _FIELDS)


def is_dataclass(obj):
    """Whether something is a dataclass or an instance of one."""
    cls = obj if isinstance(obj, type) else type(obj)
    return hasattr(cls, _FIELDS)


def asdict(obj, *, dict_factory=dict):
    """The fields of an instance as a dict, those inside as well."""
    if not _is_dataclass_instance(obj):
        raise TypeError('asdict() should be called on dataclass instances')
    return _convert(obj, dict_factory, lambda obj, convert: dict_factory(
        [(each.name, convert(getattr(obj, each.name))) for each in fields(obj)]))


def astuple(obj, *, tuple_factory=tuple):
    """The fields of an instance as a tuple, those inside as well."""
    if not _is_dataclass_instance(obj):
        raise TypeError('astuple() should be called on dataclass instances')
    return _convert(obj, None, lambda obj, convert: tuple_factory(
        [convert(getattr(obj, each.name)) for each in fields(obj)]))


def _convert(obj, dict_factory, convert_instance):
    def convert(obj):
        if _is_dataclass_instance(obj):
            return convert_instance(obj, convert)
        if isinstance(obj, tuple) and hasattr(obj, '_fields'):
            return type(obj)(*[convert(element) for element in obj])
        if isinstance(obj, (list, tuple)):
            return type(obj)(convert(element) for element in obj)
        if isinstance(obj, dict):
            if hasattr(type(obj), 'default_factory'):
                result = type(obj)(getattr(obj, 'default_factory'))
                for key, value in obj.items():
                    result[convert(key)] = convert(value)
                return result
            return type(obj)((convert(key), convert(value)) for key, value in obj.items())
        import copy
        return copy.deepcopy(obj)
    return convert(obj)


def make_dataclass(cls_name, fields, *, bases=(), namespace=None, init=True, repr=True, eq=True,
                   order=False, unsafe_hash=False, frozen=False, match_args=True, kw_only=False,
                   slots=False, weakref_slot=False):
    """Make a dataclass of names, (name, type) and (name, type, field) items."""
    from keyword import iskeyword
    from types import new_class
    members = {} if namespace is None else dict(namespace)
    annotations = {}
    for item in fields:
        if isinstance(item, str):
            name = item
            annotation = 'typing.Any'
        elif len(item) == 2:
            name, annotation = item
        elif len(item) == 3:
            name, annotation, members[item[0]] = item
        else:
            raise TypeError(f'Invalid field: {item!r}')
        if not isinstance(name, str) or not name.isidentifier():
            raise TypeError(f'Field names must be valid identifiers: {name!r}')
        if iskeyword(name):
            raise TypeError(f'Field names must not be keywords: {name!r}')
        if name in annotations:
            raise TypeError(f'Field name duplicated: {name!r}')
        annotations[name] = annotation
    members['__annotations__'] = annotations
    cls = new_class(cls_name, bases, {}, lambda body: body.update(members))
    return dataclass(cls, init=init, repr=repr, eq=eq, order=order, unsafe_hash=unsafe_hash,
                     frozen=frozen, match_args=match_args, kw_only=kw_only, slots=slots,
                     weakref_slot=weakref_slot)


def replace(obj, /, **changes):
    """A copy of an instance with some fields changed."""
    if not _is_dataclass_instance(obj):
        raise TypeError('replace() should be called on dataclass instances')
    for each in getattr(obj, _FIELDS).values():
        if each._field_type is _FIELD_CLASSVAR:
            continue
        if not each.init:
            if each.name in changes:
                raise ValueError(f'field {each.name} is declared with init=False, it cannot be '
                                 'specified with replace()')
            continue
        if each.name not in changes:
            if each._field_type is _FIELD_INITVAR and each.default is MISSING:
                raise ValueError(f'InitVar {each.name!r} must be specified with replace()')
            changes[each.name] = getattr(obj, each.name)
    return obj.__class__(**changes)
