"""Module configparser's errors, and how values refer to one another."""

import re

__name__ = 'configparser'  # what is made here belongs to the module users see


class Error(Exception):
    """What goes wrong with files of options."""

    def __init__(self, msg=''):
        self.message = msg
        Exception.__init__(self, msg)

    def __repr__(self):
        return self.message

    __str__ = __repr__


class NoSectionError(Error):
    """No such section."""

    def __init__(self, section):
        Error.__init__(self, f'No section: {section!r}')
        self.section = section
        self.args = (section,)


def _place(source, lineno):
    return f'While reading from {source!r}' + (f' [line {lineno:2d}]' if lineno is not None else '')


class DuplicateSectionError(Error):
    """A section that is there already."""

    def __init__(self, section, source=None, lineno=None):
        message = f'Section {section!r} already exists'
        if source is not None:
            message = f'{_place(source, lineno)}: section {section!r} already exists'
        Error.__init__(self, message)
        self.section = section
        self.source = source
        self.lineno = lineno
        self.args = (section, source, lineno)


class DuplicateOptionError(Error):
    """An option that is there already."""

    def __init__(self, section, option, source=None, lineno=None):
        message = f'Option {option!r} in section {section!r} already exists'
        if source is not None:
            message = (f'{_place(source, lineno)}: option {option!r} in section {section!r} '
                       'already exists')
        Error.__init__(self, message)
        self.section = section
        self.option = option
        self.source = source
        self.lineno = lineno
        self.args = (section, option, source, lineno)


class NoOptionError(Error):
    """No such option."""

    def __init__(self, option, section):
        Error.__init__(self, f'No option {option!r} in section: {section!r}')
        self.option = option
        self.section = section
        self.args = (option, section)


class InterpolationError(Error):
    """A value that refers to others in a wrong way."""

    def __init__(self, option, section, msg):
        Error.__init__(self, msg)
        self.option = option
        self.section = section
        self.args = (option, section, msg)


class InterpolationMissingOptionError(InterpolationError):
    """A value that refers to an option that is missing."""

    def __init__(self, option, section, rawval, reference):
        message = (f'Bad value substitution: option {option!r} in section {section!r} contains an '
                   f'interpolation key {reference!r} which is not a valid option name. Raw value: '
                   f'{rawval!r}')
        InterpolationError.__init__(self, option, section, message)
        self.reference = reference
        self.args = (option, section, rawval, reference)


class InterpolationSyntaxError(InterpolationError):
    """A reference that is written wrongly."""


class InterpolationDepthError(InterpolationError):
    """References that never end."""

    def __init__(self, option, section, rawval):
        message = (f'Recursion limit exceeded in value substitution: option {option!r} in section '
                   f'{section!r} contains an interpolation key which cannot be substituted in '
                   f'{MAX_INTERPOLATION_DEPTH} steps. Raw value: {rawval!r}')
        InterpolationError.__init__(self, option, section, message)
        self.args = (option, section, rawval)


class ParsingError(Error):
    """Lines that are no options."""

    def __init__(self, source=None, filename=None):
        source = filename if source is None else source
        if source is None:
            raise ValueError("Required argument `source' not given.")
        Error.__init__(self, f'Source contains parsing errors: {source!r}')
        self.source = source
        self.errors = []
        self.args = (source,)

    def append(self, lineno, line):
        """One more line that is wrong."""
        self.errors.append((lineno, line))
        self.message += f'\n\t[line {lineno:2d}]: {line}'


class MissingSectionHeaderError(ParsingError):
    """Options before the first section."""

    def __init__(self, filename, lineno, line):
        Error.__init__(self, 'File contains no section headers.\n'
                       f'file: {filename!r}, line: {lineno}\n{line!r}')
        self.source = filename
        self.lineno = lineno
        self.line = line
        self.args = (filename, lineno, line)


class MultilineContinuationError(ParsingError):
    """A further line of an option that has no value."""

    def __init__(self, filename, lineno, line):
        Error.__init__(self, 'Key without value continued with an indented line.\n'
                       f'file: {filename!r}, line: {lineno}\n{line!r}')
        self.source = filename
        self.lineno = lineno
        self.line = line
        self.args = (filename, lineno, line)


MAX_INTERPOLATION_DEPTH = 10


class Interpolation:
    """What is done to values on their way in and out: nothing."""

    def before_get(self, parser, section, option, value, defaults):
        return value

    def before_set(self, parser, section, option, value):
        return value

    def before_read(self, parser, section, option, value):
        return value

    def before_write(self, parser, section, option, value):
        return value


class _MarkedInterpolation(Interpolation):
    # A mark begins a reference to another option; two of them stand for one.

    def before_get(self, parser, section, option, value, defaults):
        pieces = []
        self._expand(parser, option, pieces, value, section, defaults, 1)
        return ''.join(pieces)

    def before_set(self, parser, section, option, value):
        rest = re.sub(self._reference, '', value.replace(self._mark * 2, ''))
        if self._mark in rest:
            raise ValueError('invalid interpolation syntax in %r at position %d'
                             % (value, rest.find(self._mark)))
        return value

    def _expand(self, parser, option, pieces, rest, section, variables, depth):
        raw = parser.get(section, option, raw=True, fallback=rest)
        if depth > MAX_INTERPOLATION_DEPTH:
            raise InterpolationDepthError(option, section, raw)
        mark = self._mark
        while True:
            plain, found, rest = rest.partition(mark)
            pieces.append(plain)
            if not found:
                return
            if rest[:1] == mark:
                pieces.append(mark)
                rest = rest[1:]
                continue
            rest = mark + rest
            if rest[1:2] != self._opening:
                raise InterpolationSyntaxError(
                    option, section,
                    f'{mark!r} must be followed by {mark!r} or {self._opening!r}, found: {rest!r}')
            match = re.match(self._reference, rest)
            if match is None:
                raise InterpolationSyntaxError(
                    option, section, f'bad interpolation variable reference {rest!r}')
            rest = rest[match.end():]
            self._append(parser, option, pieces, match.group(1), section, variables, depth, raw,
                         rest)


class BasicInterpolation(_MarkedInterpolation):
    """%(name)s stands for another option of the section."""

    _mark = '%'
    _opening = '('
    _reference = r'%\(([^)]+)\)s'

    def _append(self, parser, option, pieces, name, section, variables, depth, raw, rest):
        name = parser.optionxform(name)
        try:
            value = variables[name]
        except KeyError:
            raise InterpolationMissingOptionError(option, section, raw, name) from None
        if '%' in value:
            self._expand(parser, option, pieces, value, section, variables, depth + 1)
        else:
            pieces.append(value)


class ExtendedInterpolation(_MarkedInterpolation):
    """${name} and ${section:name} stand for other options."""

    _mark = '$'
    _opening = '{'
    _reference = r'\$\{([^}]+)\}'

    def _append(self, parser, option, pieces, path, section, variables, depth, raw, rest):
        parts = path.split(':')
        where, name = section, option
        try:
            if len(parts) == 1:
                name = parser.optionxform(path)
                value = variables[name]
            elif len(parts) == 2:
                where, name = parts[0], parser.optionxform(parts[1])
                value = parser.get(where, name, raw=True)
            else:
                raise InterpolationSyntaxError(
                    option, section, f"More than one ':' found: {rest!r}")
        except (KeyError, NoSectionError, NoOptionError):
            raise InterpolationMissingOptionError(option, section, raw, path) from None
        if '$' in value:
            self._expand(parser, name, pieces, value, where,
                         dict(parser.items(where, raw=True)), depth + 1)
        else:
            pieces.append(value)


class LegacyInterpolation(Interpolation):
    """%(name)s by the operator %."""

    def before_get(self, parser, section, option, value, variables):
        raw = value
        for _ in range(MAX_INTERPOLATION_DEPTH):
            if not value or '%(' not in value:
                return value
            value = re.sub(r'%\(([^)]*)\)s|.', lambda match: match.group() if match.group(1) is None
                           else '%%(%s)s' % parser.optionxform(match.group(1)), value,
                           flags=re.DOTALL)
            try:
                value = value % variables
            except KeyError as error:
                raise InterpolationMissingOptionError(
                    option, section, raw, error.args[0]) from None
        if value and '%(' in value:
            raise InterpolationDepthError(option, section, raw)
        return value
