"""What stands in the bodies of enumerations, and what their namespace makes of it."""

from types import DynamicClassAttribute

__name__ = 'enum'  # what is made here belongs to the module users see

_property = property


class nonmember:
    """A value in the body of an enumeration that makes no member."""

    def __init__(self, value):
        self.value = value


class member:
    """A value in the body of an enumeration that makes a member, whatever it is."""

    def __init__(self, value):
        self.value = value


class property(DynamicClassAttribute):
    """A property of members, where the class may have a member of the same name."""

    member = None

    def __get__(self, instance, ownerclass=None):
        if instance is None:
            try:
                return ownerclass._member_map_[self.name]
            except KeyError:
                raise AttributeError(f'{ownerclass!r} has no attribute {self.name!r}') from None
        if self.fget is not None:
            return self.fget(instance)
        if self.member is not None:
            return self.member
        raise AttributeError(f'{ownerclass!r} member has no attribute {self.name!r}')

    def __set__(self, instance, value):
        if self.fset is None:
            raise AttributeError(
                f'<enum {self.clsname!r}> cannot set attribute {self.name!r}')
        return self.fset(instance, value)

    def __delete__(self, instance):
        if self.fdel is None:
            raise AttributeError(
                f'<enum {self.clsname!r}> cannot delete attribute {self.name!r}')
        return self.fdel(instance)

    def __set_name__(self, ownerclass, name):
        self.name = name
        self.clsname = ownerclass.__name__


class _OwnAttribute(_property):
    # name and value of all members.
    def __set__(self, instance, value):
        raise AttributeError(f"<enum 'Enum'> cannot set attribute {self.fget.__name__!r}")

    def __delete__(self, instance):
        raise AttributeError(f"<enum 'Enum'> cannot delete attribute {self.fget.__name__!r}")


def _is_descriptor(value):
    return hasattr(value, '__get__') or hasattr(value, '__set__') or hasattr(value, '__delete__')


def _is_dunder(name):
    return len(name) > 4 and name[:2] == name[-2:] == '__' and name[2] != '_' and name[-3] != '_'


def _is_sunder(name):
    return len(name) > 2 and name[0] == name[-1] == '_' and name[1:2] != '_' and name[-2:-1] != '_'


def _is_private(class_name, name):
    prefix = f'_{class_name}__'
    return (len(name) > len(prefix) and name.startswith(prefix) and
            (name[-1] != '_' or name[-2] != '_'))


def _is_single_bit(number):
    return number > 0 and number & (number - 1) == 0


def _bits_of(number):
    while number:
        bit = number & -number
        yield bit
        number ^= bit


def _low_bits(number):
    return (1 << number.bit_length()) - 1


def show_flag_values(value):
    """The bits of a value, as a list."""
    return list(_bits_of(value))


def _binary(number, max_bits=None):
    # Like bin(), with the sign in front of a space.
    ceiling = 1 << number.bit_length()
    if number >= 0:
        shown = bin(number + ceiling).replace('1', '0', 1)
    else:
        shown = bin(~number ^ (ceiling - 1) + ceiling)
    sign, digits = shown[:3], shown[3:]
    if max_bits is not None and len(digits) < max_bits:
        digits = (sign[-1] * max_bits + digits)[-max_bits:]
    return f'{sign} {digits}'


class auto:
    """Stands for the next value of an enumeration."""

    def __init__(self, value=None):
        self.value = _no_value if value is None else value

    def __repr__(self):
        return f'auto({self.value!r})'


class _NoValue:
    def __repr__(self):
        return '<object>'


_no_value = _NoValue()


class _EnumDict(dict):
    """The namespace of the body of an enumeration: what makes members, and their order."""

    def __init__(self):
        super().__init__()
        self._member_names = {}
        self._last_values = []
        self._ignore = []
        self._auto_called = False
        self._cls_name = None

    def __setitem__(self, key, value):
        if _is_private(self._cls_name, key):
            pass
        elif _is_sunder(key):
            if key not in ('_order_', '_generate_next_value_', '_numeric_repr_', '_missing_',
                           '_ignore_', '_iter_member_', '_iter_member_by_value_',
                           '_iter_member_by_def_'):
                raise ValueError(f'_sunder_ names, such as {key!r}, are reserved for future '
                                 'Enum use')
            if key == '_generate_next_value_':
                if self._auto_called:
                    raise TypeError('_generate_next_value_ must be defined before members')
                setattr(self, '_generate_next_value', value)
            elif key == '_ignore_':
                value = value.replace(',', ' ').split() if isinstance(value, str) else list(value)
                self._ignore = value
                repeated = set(value) & set(self._member_names)
                if repeated:
                    raise ValueError(
                        f'_ignore_ cannot specify already set names: {repeated!r}')
        elif _is_dunder(key):
            if key == '__order__':
                key = '_order_'
        elif key in self._member_names:
            raise TypeError(f'{key!r} already defined as {self[key]!r}')
        elif key in self._ignore:
            pass
        elif isinstance(value, nonmember):
            value = value.value
        elif _is_descriptor(value) and not isinstance(value, member):
            pass
        else:
            if key in self:
                raise TypeError(f'{key!r} already defined as {self[key]!r}')
            if isinstance(value, member):
                value = value.value
            value = self._without_autos(key, value)
            self._member_names[key] = None
            self._last_values.append(value)
        super().__setitem__(key, value)

    def _without_autos(self, key, value):
        # auto() is replaced by the next value, in tuples as well.
        if isinstance(value, auto):
            return self._auto_value(key, value)
        if type(value) is tuple and any(isinstance(part, auto) for part in value):
            return tuple([self._auto_value(key, part) if isinstance(part, auto) else part
                          for part in value])
        return value

    def _auto_value(self, key, value):
        if value.value is _no_value:
            value.value = self._generate_next_value(
                key, 1, len(self._member_names), self._last_values[:])
            self._auto_called = True
        return value.value

    def update(self, members, **more_members):
        try:
            for name in members.keys():
                self[name] = members[name]
        except AttributeError:
            for name, value in members:
                self[name] = value
        for name, value in more_members.items():
            self[name] = value
