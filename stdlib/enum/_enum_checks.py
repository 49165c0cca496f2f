"""Decorators of enumerations."""

import sys
from enum import Flag, ReprEnum, StrEnum, _bits_of, _is_single_bit

__name__ = 'enum'  # what is made here belongs to the module users see


def unique(enumeration):
    """A decorator that refuses two names for one value."""
    aliases = [(name, known.name) for name, known in enumeration.__members__.items()
               if name != known.name]
    if aliases:
        shown = ', '.join([f'{alias} -> {name}' for alias, name in aliases])
        raise ValueError(f'duplicate values found in {enumeration!r}: {shown}')
    return enumeration


class EnumCheck(StrEnum):
    """What verify() checks."""

    CONTINUOUS = 'no skipped integer values'
    NAMED_FLAGS = 'multi-flag aliases may not contain unnamed flags'
    UNIQUE = 'one name per value'


CONTINUOUS, NAMED_FLAGS, UNIQUE = EnumCheck


class verify:
    """A decorator that checks an enumeration."""

    def __init__(self, *checks):
        self.checks = checks

    def __call__(self, enumeration):
        cls_name = enumeration.__name__
        is_flag = issubclass(enumeration, Flag)
        for check in self.checks:
            if check is UNIQUE:
                aliases = [(name, known.name) for name, known in enumeration.__members__.items()
                           if name != known.name]
                if aliases:
                    shown = ', '.join([f'{alias} -> {name}' for alias, name in aliases])
                    raise ValueError(f'aliases found in {enumeration!r}: {shown}')
            elif check is CONTINUOUS:
                values = {known.value for known in enumeration}
                if len(values) < 2:
                    continue
                low, high = min(values), max(values)
                if is_flag:
                    wanted = [2 ** i for i in range(low.bit_length() - 1, high.bit_length())]
                else:
                    wanted = range(low, high + 1)
                missing = [value for value in wanted if value not in values]
                if missing:
                    kind = 'flag' if is_flag else 'enum'
                    raise ValueError(f'invalid {kind} {cls_name!r}: missing values '
                                     f'{", ".join(map(str, missing))}')
            elif check is NAMED_FLAGS:
                names = []
                missing_bits = 0
                known_values = {known.value for known in enumeration}
                for name, alias in enumeration._member_map_.items():
                    if name in enumeration._member_names_ or alias.value < 0:
                        continue
                    missed = [bit for bit in _bits_of(alias.value) if bit not in known_values]
                    if missed:
                        names.append(name)
                        for bit in missed:
                            missing_bits |= bit
                if names:
                    alias = f'alias {names[0]} is' if len(names) == 1 else (
                        f'aliases {", ".join(names[:-1])} and {names[-1]} are')
                    bits = list(_bits_of(missing_bits))
                    value = f'value {hex(missing_bits)}' if len(bits) == 1 else (
                        f'combined values of {hex(missing_bits)}')
                    raise ValueError(f'invalid Flag {cls_name!r}: {alias} missing {value} '
                                     '[use enum.show_flag_values(value) for details]')
        return enumeration


def global_enum_repr(self):
    """A member as module.NAME."""
    module = self.__class__.__module__.split('.')[-1]
    return f'{module}.{self._name_}'


def global_flag_repr(self):
    """Flags as module.NAME|module.OTHER."""
    module = self.__class__.__module__.split('.')[-1]
    if self._name_ is None:
        return f'{module}.{self.__class__.__name__}({self._value_!r})'
    if _is_single_bit(self._value_):
        return f'{module}.{self._name_}'
    return '|'.join([name if name[0].isdigit() else f'{module}.{name}'
                     for name in self._name_.split('|')])


def global_str(self):
    """The name alone."""
    if self._name_ is None:
        return f'{self.__class__.__name__}({self._value_!r})'
    return self._name_


def global_enum(cls, update_str=False):
    """A decorator that makes the members names of the module as well."""
    cls.__repr__ = global_flag_repr if issubclass(cls, Flag) else global_enum_repr
    if not issubclass(cls, ReprEnum) or update_str:
        cls.__str__ = global_str
    sys.modules[cls.__module__].__dict__.update(cls.__members__)
    return cls
